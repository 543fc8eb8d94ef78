import { useEffect, useRef, useState } from 'react';
import type { Schemas } from '../api/client';

type Entry = Schemas['Entry'];

/** Those that were not there before; at the first look nothing is new. */
export function arrivedSince(
  known: ReadonlySet<number> | null,
  entries: readonly Entry[],
): Entry[] {
  if (!known) return [];
  return entries.filter((entry) => entry.call_out_id !== null && !known.has(entry.call_out_id));
}

const none: ReadonlySet<number> = new Set();

/** The call-outs that came while the board was open; `tell` hears of each lot once. */
export function useArrivals(
  entries: readonly Entry[],
  tell: (arrived: Entry[]) => void,
): ReadonlySet<number> {
  const known = useRef<Set<number> | null>(null);
  const [fresh, setFresh] = useState(none);
  useEffect(() => {
    const arrived = arrivedSince(known.current, entries);
    known.current = new Set([
      ...(known.current ?? []),
      ...entries.flatMap((entry) => entry.call_out_id ?? []),
    ]);
    if (arrived.length === 0) return;
    setFresh(
      (before) => new Set([...before, ...arrived.map((entry) => entry.call_out_id as number)]),
    );
    tell(arrived);
  }, [entries, tell]);
  return fresh;
}
