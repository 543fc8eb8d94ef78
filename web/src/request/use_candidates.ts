import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';

/** Whose a call-out might be, the likeliest first; what is typed is asked for once the typing rests. */
export function useCandidates(callOut: number, typed: string) {
  const [search] = useDebouncedValue(typed.trim(), 250);
  return useQuery({
    queryKey: ['candidates', callOut, search],
    queryFn: () =>
      take(
        client.GET('/call-outs/{call_out}/candidates', {
          params: { path: { call_out: callOut }, query: search === '' ? {} : { search } },
        }),
      ),
    placeholderData: keepPreviousData,
    select: ({ candidates }) => candidates,
  });
}
