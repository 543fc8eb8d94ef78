import { expect, test } from 'vitest';
import { rowAfter } from './row_keys';

test('j begins at the first row and goes on to the last', () => {
  expect(rowAfter('j', -1, 3)).toBe(0);
  expect(rowAfter('j', 1, 3)).toBe(2);
  expect(rowAfter('j', 2, 3)).toBeUndefined();
});

test('k goes back to the first', () => {
  expect(rowAfter('k', 2, 3)).toBe(1);
  expect(rowAfter('k', 0, 3)).toBeUndefined();
});

test('arrows scroll the page until a row has the focus', () => {
  expect(rowAfter('ArrowDown', -1, 3)).toBeUndefined();
  expect(rowAfter('ArrowDown', 0, 3)).toBe(1);
  expect(rowAfter('ArrowUp', 1, 3)).toBe(0);
});

test('other keys and empty lists lead nowhere', () => {
  expect(rowAfter('x', 0, 3)).toBeUndefined();
  expect(rowAfter('j', -1, 0)).toBeUndefined();
});
