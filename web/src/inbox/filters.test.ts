import { expect, test } from 'vitest';
import {
  addressOfFilters,
  countFolded,
  filtersOf,
  isFiltered,
  noFilters,
  queryOf,
  type Filters,
} from './filters';

const all: Filters = {
  kind: 'call_outs',
  search: 'ana ruiz & co',
  status: 'pending',
  team: 2,
  member: 17,
  from: '2026-11-01',
  to: '2026-11-30',
  needs_verification: true,
};

test('filters come back from their address as they were', () => {
  for (const filters of [
    all,
    noFilters,
    { ...noFilters, team: 3 },
    { ...noFilters, search: 'Ñandú 4011' },
  ]) {
    expect(filtersOf(new URLSearchParams(addressOfFilters(filters).toString()))).toEqual(filters);
  }
});

test('showing everything needs no address', () => {
  expect(addressOfFilters(noFilters).toString()).toBe('');
  expect(isFiltered(noFilters)).toBe(false);
  expect(isFiltered({ ...noFilters, kind: 'pto' })).toBe(true);
});

test('what is not understood in an address is left out', () => {
  const address = new URLSearchParams(
    'kind=x&status=lost&team=-1&member=1e3&from=2026-02-30&to=soon&needs_verification=1',
  );
  expect(filtersOf(address)).toEqual(noFilters);
});

test('folded away are all but kind and search', () => {
  expect(countFolded(all)).toBe(6);
  expect(countFolded({ ...noFilters, kind: 'pto', search: 'ana' })).toBe(0);
});

test('the API is asked for nothing empty', () => {
  expect(queryOf(noFilters)).toEqual({ kind: 'all' });
  expect(queryOf(all)).toEqual(all);
});
