import { QueryCache, QueryClient } from '@tanstack/react-query';
import { atOnce } from '../api/queries';
import { Refusal } from './refusal';

/**
 * Its stream says what has changed; a slow look again is for a stream that was cut without a word. `whenRefused`: what
 * finds out why something was refused, asked when nobody is signed in any more.
 */
export function makeSideQueries(whenRefused: readonly string[] = []): QueryClient {
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        const isNews = !whenRefused.includes(String(queryKey[0]));
        if (!isNews || !(error instanceof Refusal) || !error.isSignedOut) return;
        for (const key of whenRefused) void queries.invalidateQueries({ queryKey: [key] });
      },
    }),
    defaultOptions: {
      mutations: { networkMode: atOnce },
      queries: {
        networkMode: atOnce,
        refetchOnReconnect: 'always',
        staleTime: 15_000,
        refetchInterval: 20_000,
        retry: (count, error) => !(error instanceof Refusal && error.isFinal) && count < 2,
      },
    },
  });
  return queries;
}
