import { expect, test } from 'vitest';
import type { Message } from '../api/desk';
import { byDays, hasOptedOut, unreadBy } from './thread';

const ana = '+15550100123';
const boss = '+15550100456';
let count = 0;
const sent = (body: string, more: Partial<Message> = {}): Message => ({
  sid: `SM${(count += 1)}`,
  from: ana,
  to: '+15550100900',
  body,
  direction: 'inbound',
  status: 'received',
  created: `2026-11-23T10:00:${String(count).padStart(2, '0')}.000Z`,
  media: [],
  ...more,
});
const came = (to: string, more: Partial<Message> = {}) =>
  sent('hello', { from: '+15550100900', to, direction: 'outbound-api', status: 'sent', ...more });

test('STOP opts out until START, whatever is said between', () => {
  expect(hasOptedOut([sent('sick today')])).toBe(false);
  expect(hasOptedOut([sent(' Stop '), sent('sick today')])).toBe(true);
  expect(hasOptedOut([sent('Stop.')])).toBe(false);
  expect(hasOptedOut([sent('STOP'), sent('start')])).toBe(false);
  expect(hasOptedOut([sent('stop calling me')])).toBe(false);
  expect(hasOptedOut([came(ana, { body: 'STOP' })])).toBe(false);
});

test('texts stand under their days', () => {
  const days = byDays(
    [
      sent('a', { created: '2026-11-22T23:00:00Z' }),
      sent('b', { created: '2026-11-23T01:00:00Z' }),
      sent('c', { created: '2026-11-23T02:00:00Z' }),
    ],
    (moment) => moment.slice(0, 10),
  );
  expect(days.map(({ day, messages }) => [day, messages.length])).toEqual([
    ['2026-11-22', 1],
    ['2026-11-23', 2],
  ]);
});

test('unread is what a telephone has received since it was looked at', () => {
  const messages = [
    came(boss, { created: '2026-11-23T10:00:00Z' }),
    came(boss, { created: '2026-11-23T11:00:00Z' }),
    came(boss, { created: '2026-11-23T12:00:00Z', status: 'undelivered' }),
    came(ana, { created: '2026-11-23T11:00:00Z' }),
    sent('mine', { created: '2026-11-23T12:00:00Z' }),
  ];
  const unread = unreadBy(messages, { [ana]: '2026-11-23T11:00:00Z' }, '2026-11-23T10:00:00Z');
  expect([...unread].map(([number, texts]) => [number, texts.length])).toEqual([[boss, 1]]);
});
