import { expect, test } from 'vitest';
import type { Mail } from './api';
import { kilobytes, markOf, openedIn, recipientsOf, withOpened } from './mail_list';

const mail = (id: number, more: Partial<Mail> = {}): Mail => ({
  id,
  from: 'callout@example.org',
  to: ['ana@example.org'],
  subject: 'URGENT',
  received: '2026-11-23T10:00:00Z',
  bytes: 5000,
  ...more,
});

test('a mail stays read; one that a fresh start gave the same number is another', () => {
  const opened = withOpened(withOpened([], mail(1)), mail(1));
  expect(opened).toEqual([markOf(mail(1))]);
  expect(opened).not.toContain(markOf(mail(1, { received: '2026-11-24T10:00:00Z' })));
});

test('no more marks are kept than a mailbox has mails', () => {
  let opened: string[] = [];
  for (let id = 0; id < 700; id += 1) opened = withOpened(opened, mail(id));
  expect(opened).toHaveLength(600);
  expect(opened.at(-1)).toBe(markOf(mail(699)));
});

test('of many recipients the first is named and the others counted', () => {
  expect(recipientsOf(mail(1))).toEqual({ first: 'ana@example.org', more: 0 });
  expect(recipientsOf(mail(1, { to: ['a', 'b', 'c'] }))).toEqual({ first: 'a', more: 2 });
  expect(recipientsOf(mail(1, { to: [] }))).toEqual({ first: '', more: 0 });
});

test('the address says which mail is open', () => {
  expect(openedIn('#12')).toBe(12);
  expect(openedIn('#list')).toBeUndefined();
  expect(openedIn('')).toBeUndefined();
});

test('a size is in whole kilobytes, never none', () => {
  expect(kilobytes(10)).toBe(1);
  expect(kilobytes(5000)).toBe(5);
});
