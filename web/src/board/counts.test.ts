import { expect, test } from 'vitest';
import type { Schemas } from '../api/client';
import { arrivedSince } from './arrivals';
import { byTeam, countOut, isThin, isUnseen } from './counts';

function entry(over: Partial<Schemas['Entry']>) {
  const base = {
    call_out_id: 1,
    start_date: '2026-11-23',
    end_date: '2026-11-23',
    status: 'pending',
    acknowledged: null,
  };
  return { ...base, ...over } as Schemas['Entry'];
}

function headcount(over: Partial<Schemas['Headcount']>): Schemas['Headcount'] {
  return { team_id: 1, team: 'Clinical', position: 'RN', out: 0, of: 6, ...over };
}

test('out today is who is out on this day, the unverified too', () => {
  const callOuts = [
    entry({}),
    entry({ status: 'unverified' }),
    entry({ status: 'denied' }),
    entry({ start_date: '2026-11-22', end_date: '2026-11-24' }),
    entry({ start_date: '2026-11-24', end_date: '2026-11-24' }),
    entry({ status: 'cancelled' }),
    entry({ status: 'rejected' }),
  ];
  expect(countOut(callOuts, '2026-11-23')).toBe(4);
});

test('unseen is what still holds and nobody has acknowledged', () => {
  expect(isUnseen(entry({}))).toBe(true);
  expect(isUnseen(entry({ acknowledged: { by: 'Sam Ortiz', at: '2026-11-23T10:00:00Z' } }))).toBe(
    false,
  );
  expect(isUnseen(entry({ status: 'cancelled' }))).toBe(false);
});

test('a third of a position is many, nobody of one person is not', () => {
  expect(isThin(headcount({ out: 2, of: 6 }))).toBe(true);
  expect(isThin(headcount({ out: 1, of: 4 }))).toBe(false);
  expect(isThin(headcount({ out: 0, of: 1 }))).toBe(false);
  expect(isThin(headcount({ out: 1, of: 1 }))).toBe(true);
});

test('positions stand with their team, in the order in which they came', () => {
  const rn = headcount({});
  const desk = headcount({ team_id: 2, team: 'Admin', position: 'Front Desk' });
  const moa = headcount({ position: 'MOA' });
  expect(byTeam([rn, desk, moa])).toEqual([
    { teamId: 1, team: 'Clinical', positions: [rn, moa] },
    { teamId: 2, team: 'Admin', positions: [desk] },
  ]);
});

test('nothing is new at the first look, later what was not there', () => {
  const entries = [entry({ call_out_id: 2 }), entry({ call_out_id: 1 })];
  expect(arrivedSince(null, entries)).toEqual([]);
  expect(arrivedSince(new Set([1]), entries)).toEqual([entries[0]]);
});
