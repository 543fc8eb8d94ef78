import { expect, test } from 'vitest';
import { Lately, Voice } from './voice';

const twentieth = () => new Float32Array(400);
const soon = () => new Promise((done) => setTimeout(done));

/** A way that lets one piece through when it is told to. */
function slowWay() {
  const sent: number[] = [];
  const waiting: (() => void)[] = [];
  const send = (sound: Uint8Array) =>
    new Promise<void>((done) => {
      sent.push(sound.length);
      waiting.push(done);
    });
  return { sent, send, letThrough: () => waiting.shift()?.() };
}

test('a piece leaves when a fifth of a second is there', async () => {
  const sent: number[] = [];
  const voice = new Voice(async (sound) => void sent.push(sound.length));
  for (let count = 0; count < 3; count += 1) voice.take(twentieth());
  expect(sent).toEqual([]);
  voice.take(twentieth());
  await soon();
  expect(sent).toEqual([3200]);
});

test('one piece is on its way at a time; what comes meanwhile goes together', async () => {
  const way = slowWay();
  const voice = new Voice(way.send);
  for (let count = 0; count < 14; count += 1) voice.take(twentieth());
  expect(way.sent).toEqual([3200]);
  way.letThrough();
  await soon();
  expect(way.sent).toEqual([3200, 8000]);
});

test('finishing sends what is left and waits for it', async () => {
  const way = slowWay();
  const voice = new Voice(way.send);
  voice.take(twentieth());
  let isDone = false;
  const finished = voice.finish().then(() => (isDone = true));
  await soon();
  expect(way.sent).toEqual([800]);
  expect(isDone).toBe(false);
  way.letThrough();
  await finished;
});

test('once the call is over nothing more is sent', async () => {
  let tries = 0;
  const voice = new Voice(async () => {
    tries += 1;
    throw new Error('over');
  });
  for (let count = 0; count < 20; count += 1) {
    voice.take(twentieth());
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await soon();
  }
  await voice.finish();
  expect(tries).toBe(1);
});

test('of what was heard lately, what came since the beep is not lost', () => {
  const lately = new Lately(1000);
  for (const at of [0, 400, 800, 1200]) lately.take(Float32Array.of(at), at);
  expect(lately.since(800).map(([sample]) => sample)).toEqual([800, 1200]);
  expect(lately.since(0).map(([sample]) => sample)).toEqual([400, 800, 1200]);
});
