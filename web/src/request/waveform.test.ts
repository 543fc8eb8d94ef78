import { expect, test } from 'vitest';
import { flat, wavePath } from './waveform';

test('each level is one line around the middle, the loudest the longest', () => {
  expect(wavePath([0, 100, 50])).toBe('M0.5 19.5V20.5M1.5 2V38M2.5 11V29');
});

test('levels out of range stay in the picture', () => {
  expect(wavePath([-5, 300])).toBe('M0.5 19.5V20.5M1.5 2V38');
});

test('unknown levels are a line of dots', () => {
  expect(wavePath(flat).match(/M/g)).toHaveLength(100);
});
