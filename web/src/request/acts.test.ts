import { expect, test } from 'vitest';
import type { Schemas } from '../api/client';
import { actsOf } from './acts';

const nothing = {
  approve: false,
  deny: false,
  charge: false,
  do_not_charge: false,
  cancel: false,
};
const callOut = (acknowledge: boolean) =>
  ({ may: { acknowledge, assign: false, reject: false } }) as Schemas['CallOut'];

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
