import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Stream, longestConnecting, longestSilence } from './stream';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 0;
  constructor() {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  says(type: string, data = '{}') {
    this.dispatchEvent(Object.assign(new Event(type), { data }));
  }
}

const heard: string[] = [];
const last = () => FakeSource.opened.at(-1) as FakeSource;
let stream: Stream;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  FakeSource.opened = [];
  heard.length = 0;
  stream = new Stream('/events', {
    onState: (state) => heard.push(state),
    onChanged: (topics) => heard.push(...topics),
    onOpened: () => heard.push('opened'),
    onRefused: () => heard.push('refused'),
  });
});
afterEach(() => {
  stream.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what changes is handed on', () => {
  last().says('open');
  last().says('changed', '{"topics":["alarms","attempts"]}');
  expect(heard).toEqual(['live', 'opened', 'alarms', 'attempts']);
});

test('silence is a loss, and another stream is opened at once', () => {
  last().says('open');
  vi.advanceTimersByTime(longestSilence);
  expect(heard).toEqual(['live', 'opened', 'lost']);
  expect(FakeSource.opened.map((one) => one.readyState)).toEqual([FakeSource.CLOSED, 0]);
  last().says('open');
  expect(heard).toEqual(['live', 'opened', 'lost', 'live', 'opened']);
});

test.each(['beat', 'changed'])('a %s is no silence', (event) => {
  last().says('open');
  for (let times = 0; times < 5; times += 1) {
    vi.advanceTimersByTime(longestSilence - 1);
    last().says(event, '{"topics":[]}');
  }
  expect(heard).toEqual(['live', 'opened']);
});

test('a stream that does not open is a loss, each time', () => {
  vi.advanceTimersByTime(longestConnecting);
  expect(heard).toEqual(['lost']);
  vi.advanceTimersByTime(longestConnecting);
  expect(FakeSource.opened.length).toBe(3);
  last().says('open');
  expect(heard).toEqual(['lost', 'live', 'opened']);
});

test('the planned end of a stream is no loss when the next one opens', () => {
  last().says('open');
  last().says('error');
  vi.advanceTimersByTime(5000);
  last().says('open');
  expect(heard).toEqual(['live', 'opened', 'connecting', 'live', 'opened']);
});

test('an end is a loss when the next one fails', () => {
  last().says('open');
  last().says('error');
  vi.advanceTimersByTime(5000);
  last().says('error');
  expect(heard).toEqual(['live', 'opened', 'connecting', 'lost']);
});

test('a refusal is told, and tried again', () => {
  last().readyState = FakeSource.CLOSED;
  last().says('error');
  expect(heard).toEqual(['lost', 'refused']);
  vi.advanceTimersByTime(5000);
  expect(FakeSource.opened.length).toBe(2);
});

test('a closed stream does nothing more', () => {
  last().says('open');
  stream.close();
  vi.advanceTimersByTime(10 * longestSilence);
  expect(FakeSource.opened.length).toBe(1);
  expect(heard).toEqual(['live', 'opened']);
});
