import { expect, test } from 'vitest';
import type { Schemas } from '../api/client';
import { byDayReceived, withoutRepeats } from './days';

function entry(id: number, receivedAt: string) {
  return { request_id: id, call_out_id: null, received_at: receivedAt } as Schemas['Entry'];
}

test('rows stand under the day that the clock of the organization showed', () => {
  const entries = [
    entry(4, '2026-11-23T05:30:00Z'),
    entry(3, '2026-11-23T04:59:00Z'),
    entry(2, '2026-11-22T15:00:00Z'),
    entry(1, '2026-11-20T15:00:00Z'),
  ];
  const days = byDayReceived(entries, 'America/New_York');
  expect(days.map(({ day, entries: rows }) => [day, rows.map((row) => row.request_id)])).toEqual([
    ['2026-11-23', [4]],
    ['2026-11-22', [3, 2]],
    ['2026-11-20', [1]],
  ]);
});

test('no rows, no days', () => {
  expect(byDayReceived([], 'America/New_York')).toEqual([]);
});

test('a row that two pages hold is shown once, at its first place', () => {
  const a = entry(1, '2026-11-23T05:30:00Z');
  const b = entry(2, '2026-11-23T05:00:00Z');
  expect(withoutRepeats([a, b, { ...a }])).toEqual([a, b]);
  const unassigned = { ...a, request_id: null, call_out_id: 1 };
  expect(withoutRepeats([a, unassigned])).toHaveLength(2);
});
