import { expect, test } from 'vitest';
import type { Schemas } from '../api/client';
import { actsOf, isDone, noPlaces, placesAfter, type Act } from './acts';

const nothing = {
  approve: false,
  deny: false,
  charge: false,
  do_not_charge: false,
  cancel: false,
};
const callOut = (acknowledge: boolean) =>
  ({
    may: { acknowledge, assign: false, reject: false },
    acknowledged: acknowledge ? null : { by: 'Boss Lane', at: '2026-11-23T10:00:00Z' },
  }) as Schemas['CallOut'];

const doneOf = (over: Partial<Schemas['Request']>) =>
  (['acknowledge', 'approve', 'deny', 'charge', 'do_not_charge', 'cancel'] as const).filter((act) =>
    isDone(act, { status: 'pending', is_charged: true, call_out: null, ...over }),
  );

test('only what the server allows is offered', () => {
  expect(actsOf({ may: nothing, call_out: null })).toEqual([]);
  expect(actsOf({ may: { ...nothing, approve: true, deny: true }, call_out: null })).toEqual([
    'approve',
    'deny',
  ]);
});

test('of a fresh call-out "got it" comes first and taking it back last', () => {
  const may = { approve: true, deny: true, charge: false, do_not_charge: true, cancel: true };
  expect(actsOf({ may, call_out: callOut(true) })).toEqual([
    'acknowledge',
    'approve',
    'do_not_charge',
    'deny',
    'cancel',
  ]);
  expect(actsOf({ may, call_out: callOut(false) })).toEqual([
    'approve',
    'do_not_charge',
    'deny',
    'cancel',
  ]);
});

test('what is done keeps its place, and what comes later stands behind "More"', () => {
  const fresh = placesAfter(noPlaces, ['acknowledge', 'approve', 'deny']);
  expect(fresh).toEqual({ near: ['acknowledge', 'approve'], hasMore: true });
  for (const acts of [['approve', 'deny'], ['charge', 'cancel'], []] as Act[][])
    expect(placesAfter(fresh, acts)).toBe(fresh);
});

test('where nothing could be done the first act that comes has the first place, if it is not taking back', () => {
  const empty = placesAfter(noPlaces, []);
  expect(empty).toBe(noPlaces);
  const two = placesAfter(empty, ['do_not_charge', 'cancel']);
  expect(two).toEqual({ near: ['do_not_charge'], hasMore: true });
  expect(placesAfter(two, ['charge', 'cancel'])).toBe(two);
  const one = placesAfter(empty, ['do_not_charge']);
  expect(placesAfter(one, ['charge'])).toEqual({ near: ['do_not_charge'], hasMore: true });
});

test('an act is done when the request stands as it leaves it, and none of a cancelled one but the cancelling', () => {
  expect(doneOf({})).toEqual(['charge']);
  expect(doneOf({ call_out: callOut(false) })).toEqual(['acknowledge', 'charge']);
  expect(doneOf({ call_out: callOut(true), status: 'approved' })).toEqual(['approve', 'charge']);
  expect(doneOf({ status: 'completed', is_charged: false })).toEqual(['approve', 'do_not_charge']);
  expect(doneOf({ status: 'denied' })).toEqual(['deny']);
  expect(doneOf({ status: 'cancelled', is_charged: false })).toEqual(['cancel']);
});
