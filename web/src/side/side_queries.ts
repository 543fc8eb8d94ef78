import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from './refusal';

/** The query by which the page learns that nobody is signed in any more. */
const first = ['line'];

/** Its stream says what has changed; a slow look again is for a stream that was cut without a word. */
export function makeSideQueries(): QueryClient {
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        const isNews = error instanceof Refusal && error.isSignedOut && queryKey[0] !== first[0];
        if (isNews) void queries.invalidateQueries({ queryKey: first });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchInterval: 20_000,
        retry: (count, error) => !(error instanceof Refusal && error.isFinal) && count < 2,
      },
    },
  });
  return queries;
}
