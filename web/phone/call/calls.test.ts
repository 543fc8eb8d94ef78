import { expect, test } from 'vitest';
import type { Call, CallRecord } from '../api/desk';
import {
  isIncoming,
  isSpeaking,
  liveCallOf,
  secondsLeft,
  secondsTalked,
  simulatedNow,
} from './calls';

const ana = '+15550100123';
const line = '+15550100900';
const record = (more: Partial<CallRecord> = {}): CallRecord => ({
  sid: 'CA1',
  from: ana,
  to: line,
  direction: 'inbound',
  status: 'in-progress',
  created: '2026-11-23T10:00:00.000Z',
  ...more,
});
const call = (more: Partial<Call> = {}): Call => ({
  ...record(),
  now: '2026-11-23T10:00:05.000Z',
  doing: { kind: 'saying', since: '2026-11-23T10:00:04.000Z' },
  transcript: [],
  recordings: [],
  ...more,
});
const moment = (time: string) => Date.parse(`2026-11-23T${time}Z`);

test('a telephone is in its own call, not in that of another, nor in one that is over', () => {
  const over = record({ sid: 'CA2', status: 'completed' });
  const other = record({ sid: 'CA3', from: '+15550100456' });
  expect(liveCallOf([over, other, record()], ana)?.sid).toBe('CA1');
  expect(liveCallOf([over, other], ana)).toBeUndefined();
});

test('the line rings a telephone until somebody answers', () => {
  const rings = record({ direction: 'outbound-api', from: line, to: ana, status: 'ringing' });
  expect(isIncoming(rings, ana)).toBe(true);
  expect(isIncoming(rings, line)).toBe(false);
  expect(isIncoming({ ...rings, status: 'in-progress' }, ana)).toBe(false);
  expect(isIncoming(record({ status: 'ringing' }), ana)).toBe(false);
});

test('time goes on between two answers, as fast as the simulator lets it', () => {
  const time = { cameAt: 1000, speed: 5 };
  expect(simulatedNow('2026-11-23T10:00:00Z', time, 3000)).toBe(moment('10:00:10'));
});

test('a call is timed from the answer to the end', () => {
  expect(secondsTalked(call(), moment('10:00:05'))).toBe(0);
  const answered = call({ answered: '2026-11-23T10:00:02.000Z' });
  expect(secondsTalked(answered, moment('10:01:02.900'))).toBe(60);
  const ended = { ...answered, ended: '2026-11-23T10:00:32.000Z' };
  expect(secondsTalked(ended, moment('11:00:00'))).toBe(30);
});

test('a recording says how much is left, and never less than nothing', () => {
  const doing = { kind: 'recording', since: '2026-11-23T10:00:00.000Z', max_seconds: 120 } as const;
  expect(secondsLeft(call({ doing }), moment('10:00:00.200'))).toBe(120);
  expect(secondsLeft(call({ doing }), moment('10:01:59.500'))).toBe(1);
  expect(secondsLeft(call({ doing }), moment('10:03:00'))).toBe(0);
  expect(secondsLeft(call(), moment('10:00:00'))).toBeUndefined();
});

test('a question that takes keys while it is asked is still being asked', () => {
  const asked = {
    who: 'line',
    kind: 'say',
    words: 'Please enter your PIN.',
    at: '2026-11-23T10:00:00.000Z',
    milliseconds: 3000,
  } as const;
  const keys = { ...asked, who: 'caller', kind: 'keys', words: '1' } as const;
  expect(isSpeaking(call({ transcript: [asked] }), moment('10:00:02'))).toBe(true);
  expect(isSpeaking(call({ transcript: [asked] }), moment('10:00:04'))).toBe(false);
  expect(isSpeaking(call({ transcript: [asked, keys] }), moment('10:00:02'))).toBe(false);
  expect(isSpeaking(call(), moment('10:00:02'))).toBe(false);
});
