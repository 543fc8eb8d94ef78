import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';

/** Which queries (by the first part of their keys) show something of a topic of the event stream. */
const shownIn: Record<string, readonly string[]> = {
  call_outs: ['board', 'inbox', 'request', 'call-out', 'candidates'],
  attempts: ['board', 'attempts'],
  alarms: ['board'],
  notices: ['request', 'call-out'],
};

export type LiveState = 'connecting' | 'live' | 'lost';
const Live = createContext<LiveState>('connecting');

/** Whether what is shown follows what happens. */
export function useLiveState(): LiveState {
  return use(Live);
}

function refresh(queries: QueryClient, topics: readonly string[]) {
  const keys = new Set(topics.flatMap((topic) => shownIn[topic] ?? []));
  for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
}

/**
 * Keeps one event stream open while somebody is signed in. The stream names topics only; what is shown is
 * fetched again, so that rights are checked there. After a break everything is, since anything may have
 * happened.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    let stream: EventSource | undefined;
    let again: number | undefined;
    let hasOpened = false;
    const open = () => {
      stream = new EventSource('/api/v1/events');
      stream.addEventListener('open', () => {
        setState('live');
        if (hasOpened) refresh(queries, Object.keys(shownIn));
        hasOpened = true;
      });
      stream.addEventListener('changed', (event: MessageEvent<string>) => {
        refresh(queries, (JSON.parse(event.data) as { topics: string[] }).topics);
      });
      stream.addEventListener('error', () => {
        setState('lost');
        if (stream?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
        // Refused: the session may have ended, which the session's own query finds out.
        void queries.invalidateQueries({ queryKey: ['session'] });
        again = globalThis.setTimeout(open, 3000);
      });
    };
    open();
    return () => {
      globalThis.clearTimeout(again);
      stream?.close();
    };
  }, [queries]);

  return <Live value={state}>{children}</Live>;
}
