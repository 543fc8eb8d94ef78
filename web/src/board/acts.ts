import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, take, type Schemas } from '../api/client';
import { ProblemError, codeOf } from '../api/problem';
import { useSayTrouble } from '../list/say_trouble';
import type { Times } from '../words/times';
import { useWords } from '../words/words';

/** Who was first, and when. */
function useSayWhoSawIt(times: Times) {
  const say = useWords();
  const sayTrouble = useSayTrouble();
  return (error: unknown) => {
    const { by, at } = error instanceof ProblemError ? error.problem : {};
    if (codeOf(error) !== 'already-acknowledged' || !by || !at) return sayTrouble(error);
    notifications.show({ message: say('web.board.seen_first', { by, time: times.moment(at) }) });
  };
}

/** "Got it." Shown as seen only once the server has said so. */
export function useAcknowledge(times: Times, onSeen: () => void) {
  const queries = useQueryClient();
  const sayWhoSawIt = useSayWhoSawIt(times);
  return useMutation({
    mutationFn: (callOut: number) =>
      take(
        client.POST('/call-outs/{call_out}/acknowledgement', {
          params: { path: { call_out: callOut } },
        }),
      ),
    onSuccess: ({ id, acknowledged }) => {
      queries.setQueryData<Schemas['Board']>(
        ['board'],
        (board) => board && withSeen(board, id, acknowledged),
      );
      onSeen();
    },
    onError: sayWhoSawIt,
    onSettled: () => {
      for (const key of ['board', 'inbox', 'request', 'call-out'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

function withSeen(
  board: Schemas['Board'],
  id: number,
  acknowledged: Schemas['Acknowledgement'] | null,
) {
  return {
    ...board,
    call_outs: board.call_outs.map((entry) =>
      entry.call_out_id === id ? { ...entry, acknowledged } : entry,
    ),
  };
}

/** "I have seen to it": an alarm is closed for everybody. */
export function useCloseAlarm(onClosed: () => void) {
  const queries = useQueryClient();
  const sayTrouble = useSayTrouble();
  return useMutation({
    mutationFn: (alarm: number) =>
      take(client.POST('/alarms/{alarm}/closing', { params: { path: { alarm } } })),
    onSuccess: onClosed,
    onError: sayTrouble,
    onSettled: () => queries.invalidateQueries({ queryKey: ['board'] }),
  });
}
