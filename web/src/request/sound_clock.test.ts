import { expect, test } from 'vitest';
import { afterKey, soundClock } from './sound_clock';

test('seconds are said as a clock', () => {
  expect(soundClock(0)).toBe('0:00');
  expect(soundClock(7.9)).toBe('0:07');
  expect(soundClock(754)).toBe('12:34');
  expect(soundClock(-1)).toBe('0:00');
});

test('arrow keys go five seconds, Home and End to the ends, never beyond', () => {
  expect(afterKey('ArrowRight', 10, 34)).toBe(15);
  expect(afterKey('ArrowLeft', 3, 34)).toBe(0);
  expect(afterKey('ArrowUp', 32, 34)).toBe(34);
  expect(afterKey('Home', 12, 34)).toBe(0);
  expect(afterKey('End', 12, 34)).toBe(34);
});

test('other keys are left alone', () => {
  expect(afterKey('a', 10, 34)).toBeUndefined();
  expect(afterKey('Tab', 10, 34)).toBeUndefined();
});
