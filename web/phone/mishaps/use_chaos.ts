import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { took } from '../../src/side/refusal';
import { desk, type Chaos } from '../api/desk';
import { useSayRefusal } from '../page/say_refusal';

export const useChaos = () =>
  useQuery({ queryKey: ['chaos'], queryFn: () => took(desk.GET('/api/chaos')) }).data;

/** What is set shows at once, and again what was before if it is refused. */
export function useSetChaos(): (chaos: Chaos) => void {
  const queries = useQueryClient();
  const sayRefusal = useSayRefusal();
  return useMutation({
    mutationFn: (body: Chaos) => took(desk.PUT('/api/chaos', { body })),
    onMutate: (chaos) => {
      void queries.cancelQueries({ queryKey: ['chaos'] });
      queries.setQueryData(['chaos'], chaos);
    },
    onSuccess: (chaos) => queries.setQueryData(['chaos'], chaos),
    onError: (error) => {
      sayRefusal(error);
      void queries.invalidateQueries({ queryKey: ['chaos'] });
    },
    scope: { id: 'chaos' },
  }).mutate;
}

export function useSetSpeed(): (speed: number) => void {
  const queries = useQueryClient();
  const sayRefusal = useSayRefusal();
  return useMutation({
    mutationFn: (speed: number) => took(desk.PUT('/api/clock', { body: { speed } })),
    onSuccess: (clock) => queries.setQueryData(['clock'], clock),
    onError: sayRefusal,
  }).mutate;
}
