import { expect, test } from 'vitest';
import type { Exchange } from '../api/desk';
import { newestFirst, pathOf, toneOf } from './exchange';

const exchange = (more: Partial<Exchange> = {}): Exchange => ({
  number: 1,
  at: '2026-11-23T10:00:00Z',
  subject: 'CA1',
  what: 'incoming call',
  method: 'POST',
  url: 'http://127.0.0.1:5000/twilio/voice/incoming',
  params: [],
  signature: '',
  attempt: 1,
  is_fallback: false,
  status: 200,
  milliseconds: 3,
  ...more,
});

test('of an address the path is shown, with what follows it', () => {
  expect(pathOf('https://example.org/twilio/voice/record?question=3')).toBe(
    '/twilio/voice/record?question=3',
  );
  expect(pathOf('nonsense')).toBe('nonsense');
});

test.each([
  [{}, 'good'],
  [{ status: 204 }, 'good'],
  [{ status: 404 }, 'open'],
  [{ fault: { code: 12100, message: 'no XML' } }, 'open'],
  [{ status: 502 }, 'call_out'],
  [{ status: 0, failure: 'timeout' }, 'call_out'],
] as const)('%j is %s', (more, tone) => {
  expect(toneOf(exchange(more))).toBe(tone);
});

test('the newest stands first', () => {
  const all = [1, 3, 2].map((number) => exchange({ number }));
  expect(newestFirst(all).map(({ number }) => number)).toEqual([3, 2, 1]);
});
