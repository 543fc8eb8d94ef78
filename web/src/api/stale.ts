import {
  notifyManager,
  useIsFetching,
  useQueryClient,
  type Query,
  type QueryCache,
} from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isFinal } from './queries';

/** It is shown, and the latest try to fetch it anew has failed. */
function isStale({ queryKey, state }: Query): boolean {
  const isShown = queryKey[0] !== 'session' && state.data !== undefined;
  return isShown && state.status === 'error' && !isFinal(state.error);
}

const stale = { type: 'active', predicate: isStale } as const;

function staleSince(cache: QueryCache): number | null {
  const moments = cache.findAll(stale).map(({ state }) => state.dataUpdatedAt);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** Since when something on the page is not up to date, though the stream may be open; and another try. */
export function useStale() {
  const queries = useQueryClient();
  const cache = queries.getQueryCache();
  const since = useSyncExternalStore(
    useCallback((changed) => cache.subscribe(notifyManager.batchCalls(changed)), [cache]),
    () => staleSince(cache),
  );
  const isTrying = useIsFetching(stale) > 0;
  const again = useCallback(() => void queries.refetchQueries(stale), [queries]);
  return { since, isTrying, again };
}
