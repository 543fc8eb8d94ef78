import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';

export type Shown = 'open' | 'all';

export function useAttempts(state: Shown) {
  return useInfiniteQuery({
    queryKey: ['attempts', state],
    queryFn: ({ pageParam }) =>
      take(
        client.GET('/attempts', {
          params: { query: { state, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
