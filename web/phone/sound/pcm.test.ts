import { expect, test } from 'vitest';
import { Resampler, loudnessOf, pcmOf, together } from './pcm';

const tone = (rate: number, seconds: number, hertz = 440) =>
  Float32Array.from({ length: rate * seconds }, (_, at) =>
    Math.sin((2 * Math.PI * hertz * at) / rate),
  );

function inPieces(sound: Float32Array, size: number, resampler: Resampler): Float32Array {
  const samples: number[] = [];
  for (let at = 0; at < sound.length; at += size) {
    samples.push(...resampler.take(sound.subarray(at, at + size)));
  }
  return Float32Array.from(samples);
}

test.each([48000, 44100, 16000])(
  'sound of %i Hz comes out at 8000 Hz, its pitch unchanged',
  (rate) => {
    const sound = inPieces(tone(rate, 1), Math.round(rate / 20), new Resampler(rate));
    expect(Math.abs(sound.length - 8000)).toBeLessThan(12);
    let crossings = 0;
    for (let at = 1; at < sound.length; at += 1) {
      if ((sound[at - 1] ?? 0) < 0 && (sound[at] ?? 0) >= 0) crossings += 1;
    }
    expect(Math.abs(crossings - 440)).toBeLessThan(3);
  },
);

test('the pieces in which sound comes make no difference', () => {
  const sound = tone(44100, 1);
  const whole = new Resampler(44100).take(sound);
  const pieces = inPieces(sound, 441, new Resampler(44100));
  expect(pieces).toHaveLength(whole.length);
  for (const [at, sample] of pieces.entries()) expect(sample).toBeCloseTo(whole[at] ?? 9, 5);
});

test('a steady level stays what it is, in either direction', () => {
  const steady = Float32Array.from({ length: 4410 }, () => 0.5);
  for (const rate of [44100, 6000]) {
    for (const sample of new Resampler(rate).take(steady)) expect(sample).toBeCloseTo(0.5, 5);
  }
});

test('what is at the telephone’s rate is not touched', () => {
  const sound = tone(8000, 0.1);
  expect(new Resampler(8000).take(sound)).toBe(sound);
});

test('samples are little-endian, and too loud ones are cut', () => {
  expect([...pcmOf(Float32Array.of(0, 1, -1, 2, -2, 1 / 32767))]).toEqual([
    0x00, 0x00, 0xff, 0x7f, 0x00, 0x80, 0xff, 0x7f, 0x00, 0x80, 0x01, 0x00,
  ]);
});

test('pieces are put together in order', () => {
  expect([...together([Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)])]).toEqual([
    1, 2, 3,
  ]);
});

test('loudness is nothing for silence, all for a shout, between for speech', () => {
  expect(loudnessOf(new Float32Array(400))).toBe(0);
  expect(loudnessOf(new Float32Array())).toBe(0);
  expect(loudnessOf(Float32Array.from({ length: 400 }, () => 1))).toBe(1);
  const speech = loudnessOf(tone(8000, 0.05).map((sample) => sample * 0.1));
  expect(speech).toBeGreaterThan(0.4);
  expect(speech).toBeLessThan(0.8);
});
