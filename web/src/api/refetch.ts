import type { QueryClient } from '@tanstack/react-query';

function nothing() {}

/**
 * Fetches anew what is shown of these, by the first part of their keys. What is being fetched for the first time is not
 * begun anew by that, and may have been read just before the change: it is fetched once more afterwards.
 */
export function refetch(queries: QueryClient, keys: Iterable<string>) {
  for (const key of new Set(keys)) {
    const first = queries
      .getQueryCache()
      .findAll({ queryKey: [key], fetchStatus: 'fetching' })
      .filter(({ state }) => state.data === undefined);
    void queries.invalidateQueries({ queryKey: [key] });
    for (const { queryKey, promise } of first)
      void promise?.then(() => queries.invalidateQueries({ queryKey, exact: true }), nothing);
  }
}
