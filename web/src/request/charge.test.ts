import { expect, test } from 'vitest';
import { chargesOf } from './charge';

const sick = { name: 'Sick', minutes: 300 };
const pto = { name: 'PTO', minutes: 100 };

test('the first bank is enough', () => {
  expect(chargesOf(300, [sick, pto])).toEqual([{ name: 'Sick', minutes: 300, after: 0 }]);
});

test('what the first has not comes from the next, which may go below zero', () => {
  expect(chargesOf(450, [sick, pto])).toEqual([
    { name: 'Sick', minutes: 300, after: 0 },
    { name: 'PTO', minutes: 150, after: -50 },
  ]);
});

test('a bank below zero gives nothing unless it is the last', () => {
  expect(chargesOf(60, [{ name: 'Sick', minutes: -30 }, pto])).toEqual([
    { name: 'PTO', minutes: 60, after: 40 },
  ]);
  expect(chargesOf(60, [{ name: 'Sick', minutes: -30 }])).toEqual([
    { name: 'Sick', minutes: 60, after: -90 },
  ]);
});

test('the charges add up to what was asked', () => {
  for (const minutes of [0, 1, 299, 300, 301, 400, 5000]) {
    const sum = chargesOf(minutes, [sick, pto]).reduce(
      (total, charge) => total + charge.minutes,
      0,
    );
    expect(sum).toBe(minutes);
  }
});

test('without banks, or hours, nothing is taken', () => {
  expect(chargesOf(450, [])).toEqual([]);
  expect(chargesOf(0, [sick])).toEqual([]);
});
