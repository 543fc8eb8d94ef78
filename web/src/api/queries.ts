import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { ProblemError, codeOf } from './problem';

/** Not worth another try: the server has understood, and said no. */
export function isFinal(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
}

/**
 * Also without a network: what is pressed then fails with words, and is not sent by itself when nobody looks any
 * more.
 */
export const atOnce = 'always';

/** One for the application. When a session has ended, whatever asked says so here, and sign-in is shown. */
export function makeQueries(): QueryClient {
  const onError = (error: unknown) => {
    if (codeOf(error) === 'sign-in-needed') queries.setQueryData(['session'], null);
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      mutations: { networkMode: atOnce },
      queries: {
        networkMode: atOnce,
        refetchOnReconnect: 'always',
        staleTime: 15_000,
        // The stream may be cut without a word on a phone that slept.
        refetchInterval: 60_000,
        retry: (count, error) => !isFinal(error) && count < 3,
      },
    },
  });
  return queries;
}
