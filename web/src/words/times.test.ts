import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { dayIn, timesOf } from './times';

const intl = createIntl({ locale: 'en' });
const times = timesOf(intl, 'America/New_York', '2026-11-23');
/** ICU puts narrow spaces before AM and around dashes. */
const plain = (text: string) => text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');

test('a moment is shown on the clock of the organization, not of the device', () => {
  expect(plain(times.time('2026-11-23T09:58:00Z'))).toBe('4:58 AM');
  expect(dayIn('America/New_York', new Date('2026-11-23T04:59:59Z'))).toBe('2026-11-22');
  expect(dayIn('America/New_York', new Date('2026-11-23T05:00:00Z'))).toBe('2026-11-23');
});

test('a moment of today is a time, one of another day says which', () => {
  expect(plain(times.moment('2026-11-23T09:58:00Z'))).toBe('4:58 AM');
  expect(plain(times.moment('2026-11-22T09:58:00Z'))).toBe('Sun, Nov 22, 4:58 AM');
});

test('a day is that day wherever the reader is', () => {
  expect(times.day('2026-11-23')).toBe('Mon, Nov 23');
  expect(times.fullDay('2026-01-01')).toBe('Thursday, January 1, 2026');
});

test('a range names both ends, one day only itself', () => {
  expect(times.days('2026-11-23', '2026-11-23')).toBe('Mon, Nov 23');
  expect(plain(times.days('2026-11-23', '2026-11-27'))).toBe('Mon, Nov 23 – Fri, Nov 27');
});

test.each([
  [450, '7 hr 30 min'],
  [480, '8 hr'],
  [20, '20 min'],
  [-450, '-7 hr 30 min'],
  [-20, '-20 min'],
  [0, '0 hr'],
])('%i minutes are %s', (minutes, words) => {
  expect(plain(times.duration(minutes))).toBe(words);
});
