import { expect, test } from 'vitest';
import { howTold } from './told';

const notice = {
  kind: 'request_denied',
  channel: 'email',
  is_employee: true,
  state: 'waiting',
} as const;

test('what is on its way to the employee tells them', () => {
  expect(howTold([notice], 'request_denied')).toBe('mail');
  expect(howTold([{ ...notice, channel: 'sms' }], 'request_denied')).toBe('text');
});

test('other news, other people and what has failed tell them nothing', () => {
  expect(howTold([], 'request_denied')).toBe('nothing');
  expect(howTold([notice], 'request_approved')).toBe('nothing');
  expect(howTold([{ ...notice, is_employee: false }], 'request_denied')).toBe('nothing');
  expect(howTold([{ ...notice, state: 'failed' }], 'request_denied')).toBe('nothing');
  expect(howTold([{ ...notice, state: 'dropped' }], 'request_denied')).toBe('nothing');
});
