import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, take, type Schemas } from '../api/client';
import { ProblemError, codeOf } from '../api/problem';
import { useProblemWords } from '../words/problem_words';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import type { TellOutcome } from './outcome';

/** "Got it": shown as seen only once the server has said so. */
export function useAcknowledge(callOut: Schemas['CallOut'], tell: TellOutcome) {
  const queries = useQueryClient();
  const say = useWords();
  const sayProblem = useProblemWords();
  const times = useTimes();
  const refresh = () =>
    Promise.all(
      ['request', 'call-out', 'board', 'inbox'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  return useMutation({
    mutationFn: () =>
      take(
        client.POST('/call-outs/{call_out}/acknowledgement', {
          params: { path: { call_out: callOut.id } },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      tell('done', say('web.act.done.acknowledge'));
    },
    onError: async (error) => {
      const { by, at } = error instanceof ProblemError ? error.problem : {};
      if (codeOf(error) !== 'already-acknowledged' || !by || !at)
        return tell('trouble', sayProblem(error));
      await refresh();
      tell('conflict', say('web.request.seen_first', { by, time: times.moment(at) }));
    },
  });
}
