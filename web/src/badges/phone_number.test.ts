import { expect, test } from 'vitest';
import { readablePhoneNumber } from './phone_number';

test('a North American number is read in its groups', () => {
  expect(readablePhoneNumber('+15550100123')).toBe('+1 555 010 0123');
});

test('numbers of other countries and short ones stay as they are', () => {
  expect(readablePhoneNumber('+34911234567')).toBe('+34911234567');
  expect(readablePhoneNumber('72345')).toBe('72345');
});
