import type { Message } from '../api/desk';

/** Sent from the telephone; the rest it has received. */
export function isSent({ direction }: Message): boolean {
  return direction === 'inbound';
}

/** A text that did not reach its telephone. */
export function isLost({ status }: Message): boolean {
  return status === 'undelivered' || status === 'failed';
}

/** Words with which a carrier ends and begins again what a number receives; nobody else decides on them. */
const stop = /^\s*(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)\s*$/i;
const start = /^\s*(start|yes|unstop)\s*$/i;

/** Whether the telephone has told the carrier to let nothing through. */
export function hasOptedOut(messages: readonly Message[]): boolean {
  const last = messages.findLast(
    (message) => isSent(message) && (stop.test(message.body) || start.test(message.body)),
  );
  return last !== undefined && stop.test(last.body);
}

export interface Day {
  /** ISO, on the clock of this browser. */
  day: string;
  messages: Message[];
}

/** By days, in the order in which they came. */
export function byDays(messages: readonly Message[], dayOf: (moment: string) => string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const day = dayOf(message.created);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

/** The telephone's number in a message with the line. */
export function telephoneOf(message: Message): string {
  return isSent(message) ? message.from : message.to;
}

/** How many texts each telephone has received since it was last looked at. */
export function unreadBy(
  messages: readonly Message[],
  seen: Readonly<Record<string, string>>,
  sinceAll: string,
): Map<string, Message[]> {
  const unread = new Map<string, Message[]>();
  for (const message of messages) {
    if (isSent(message) || isLost(message)) continue;
    const number = telephoneOf(message);
    const since = seen[number] ?? sinceAll;
    if (message.created <= since) continue;
    unread.set(number, [...(unread.get(number) ?? []), message]);
  }
  return unread;
}
