import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';

/** A stream, and which queries (by the first part of their keys) show something of each of its topics. */
export interface LiveSource {
  address: string;
  shownIn: Readonly<Record<string, readonly string[]>>;
  /** What finds out why the stream was refused. */
  whenRefused?: readonly string[];
}

export type LiveState = 'connecting' | 'live' | 'lost';
const Live = createContext<LiveState>('connecting');

/** Whether what is shown follows what happens. */
export function useLiveState(): LiveState {
  return use(Live);
}

function refetch(queries: QueryClient, keys: Iterable<string>) {
  for (const key of new Set(keys)) void queries.invalidateQueries({ queryKey: [key] });
}

/**
 * Keeps one event stream open for as long as it is rendered; `source` stays the same. The stream names topics
 * only; what is shown is fetched again, so that rights are checked there. After a break everything is, since
 * anything may have happened.
 */
export function LiveProvider({ source, children }: { source: LiveSource; children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    let stream: EventSource | undefined;
    let again: number | undefined;
    let hasOpened = false;
    const open = () => {
      stream = new EventSource(source.address);
      stream.addEventListener('open', () => {
        setState('live');
        if (hasOpened) refetch(queries, Object.values(source.shownIn).flat());
        hasOpened = true;
      });
      stream.addEventListener('changed', (event: MessageEvent<string>) => {
        const { topics } = JSON.parse(event.data) as { topics: string[] };
        refetch(
          queries,
          topics.flatMap((topic) => source.shownIn[topic] ?? []),
        );
      });
      stream.addEventListener('error', () => {
        setState('lost');
        if (stream?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
        refetch(queries, source.whenRefused ?? []);
        again = globalThis.setTimeout(open, 3000);
      });
    };
    open();
    return () => {
      globalThis.clearTimeout(again);
      stream?.close();
    };
  }, [queries, source]);

  return <Live value={state}>{children}</Live>;
}
