import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { queryOf, type Filters } from './filters';

/** The pages of the inbox that were asked for so far; what was shown stays until the next is there. */
export function useInbox(filters: Filters) {
  const query = queryOf(filters);
  return useInfiniteQuery({
    queryKey: ['inbox', query],
    queryFn: ({ pageParam }) =>
      take(
        client.GET('/requests', {
          params: { query: { ...query, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
