import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './refusal';

/** Its stream says what has changed; a slow look again is for a stream that was cut without a word. */
export function makeSideQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchInterval: 20_000,
        retry: (count, error) => !(error instanceof Refusal && error.isFinal) && count < 2,
      },
    },
  });
}
