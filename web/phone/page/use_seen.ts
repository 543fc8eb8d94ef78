import { useCallback, useState } from 'react';

const kept = 'callout-phone-seen';

interface Seen {
  /** Telephone → the moment of the last text that was there when it was looked at. */
  seen: Record<string, string>;
  /** The newest text when this page was first opened: what was there before is no news. */
  since: string | undefined;
}

function recalled(): Seen {
  const fresh = { seen: {}, since: undefined };
  try {
    return { ...fresh, ...(JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Seen>) };
  } catch {
    return fresh;
  }
}

/** Which texts of which telephone have been looked at in this window. */
export function useSeen(): Seen & { see: (number: string, newest: string) => void } {
  const [state, setState] = useState(recalled);
  const see = useCallback((number: string, newest: string) => {
    setState((before) => {
      if (before.since !== undefined && (before.seen[number] ?? '') >= newest) return before;
      const after = {
        seen: { ...before.seen, [number]: newest },
        since: before.since ?? newest,
      };
      sessionStorage.setItem(kept, JSON.stringify(after));
      return after;
    });
  }, []);
  return { ...state, see };
}
