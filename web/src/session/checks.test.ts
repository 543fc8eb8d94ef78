import { describe, expect, test } from 'vitest';
import { bareCode, isLongEnough, looksLikeAddress, looksLikeEmail } from './checks';

describe('an address for a code', () => {
  test('is an e-mail address or a number, however it is written', () => {
    expect(looksLikeAddress('ana@example.com')).toBe(true);
    expect(looksLikeAddress('(555) 010-0123')).toBe(true);
    expect(looksLikeAddress('+1 555 0100')).toBe(true);
  });
  test('is nothing else', () => {
    expect(looksLikeAddress('')).toBe(false);
    expect(looksLikeAddress('ana')).toBe(false);
    expect(looksLikeAddress('12345')).toBe(false);
  });
});

test('spaces around an e-mail address do no harm, in it they do', () => {
  expect(looksLikeEmail(' ana@example.com ')).toBe(true);
  expect(looksLikeEmail('ana ruiz@example.com')).toBe(false);
});

test('a password counts in characters, not in code units', () => {
  expect(isLongEnough('elevenchars')).toBe(false);
  expect(isLongEnough('twelve chars')).toBe(true);
  expect(isLongEnough('🐴🔋🐴🔋🐴🔋')).toBe(false);
});

test('a code is taken as people copy it', () => {
  expect(bareCode(' 123 456 ')).toBe('123456');
  expect(bareCode('123-456')).toBe('123456');
});
