import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { refetch } from './refetch';
import { Stream, type StreamState } from './stream';

/** A stream, and which queries (by the first part of their keys) show something of each of its topics. */
export interface LiveSource {
  address: string;
  shownIn: Readonly<Record<string, readonly string[]>>;
  /** What finds out why the stream was refused. */
  whenRefused?: readonly string[];
}

const Live = createContext<StreamState>('connecting');

/** Whether what is shown follows what happens. */
export function useLiveState(): StreamState {
  return use(Live);
}

/**
 * Keeps one event stream open for as long as it is rendered; `source` stays the same. The stream names topics
 * only; what is shown is fetched again, so that rights are checked there. When it opens everything is, since
 * anything may have happened.
 */
export function LiveProvider({ source, children }: { source: LiveSource; children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');

  useEffect(() => {
    const { address, shownIn, whenRefused = [] } = source;
    const stream = new Stream(address, {
      onState: setState,
      onChanged: (topics) =>
        refetch(
          queries,
          topics.flatMap((topic) => shownIn[topic] ?? []),
        ),
      onOpened: () => refetch(queries, Object.values(shownIn).flat()),
      onRefused: () => refetch(queries, whenRefused),
    });
    return () => stream.close();
  }, [queries, source]);

  return <Live value={state}>{children}</Live>;
}
