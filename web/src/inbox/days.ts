import type { Schemas } from '../api/client';
import { dayIn } from '../words/times';

type Entry = Schemas['Entry'];

export interface Day {
  day: string;
  entries: Entry[];
}

/** Neighbours that were received on the same day of the organization's clock, the order kept. */
export function byDayReceived(entries: readonly Entry[], timeZone: string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayIn(timeZone, new Date(entry.received_at));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** A row of the next page may have come before, when something arrived between the two. */
export function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    return !seen.has(key) && seen.add(key);
  });
}

export function keyOf(entry: Entry): string {
  return entry.request_id === null
    ? `call-out ${entry.call_out_id}`
    : `request ${entry.request_id}`;
}
