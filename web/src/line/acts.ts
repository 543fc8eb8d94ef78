import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { useSayTrouble } from '../list/say_trouble';

/** "Seen to": somebody has called back, or knows what it was. */
export function useCloseAttempt(onClosed: () => void) {
  const queries = useQueryClient();
  const sayTrouble = useSayTrouble();
  return useMutation({
    mutationFn: (attempt: number) =>
      take(client.POST('/attempts/{attempt}/closing', { params: { path: { attempt } } })),
    onSuccess: onClosed,
    onError: sayTrouble,
    onSettled: () =>
      Promise.all(
        ['board', 'attempts'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
}
