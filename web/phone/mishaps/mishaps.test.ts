import { expect, test } from 'vitest';
import { badDay, countOn, groups } from './mishaps';

test('every mishap of the contract has its place once', () => {
  const names = groups.flatMap(({ mishaps }) => mishaps.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(17);
});

test('what only says how another strikes does not count', () => {
  expect(countOn({})).toBe(0);
  expect(countOn({ rest_hang_milliseconds: 10_000, undelivered_code: 30003 })).toBe(0);
  expect(countOn({ rest_slow_milliseconds: 10_000 })).toBe(0);
  expect(countOn({ duplicate_percent: 0, reorders_callbacks: true, rest_429_percent: 5 })).toBe(2);
  expect(countOn(badDay)).toBe(9);
});
