import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, take, type Schemas } from '../api/client';
import { ProblemError, codeOf } from '../api/problem';
import { useProblemWords } from '../words/problem_words';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import type { TellOutcome } from './outcome';
import { howTold } from './told';

/** "Got it": shown as seen only once the server has said so. */
export function useAcknowledge(callOut: Schemas['CallOut'], tell: TellOutcome) {
  const queries = useQueryClient();
  const say = useWords();
  const sayProblem = useProblemWords();
  const times = useTimes();
  const sayDone = (person: Schemas['Person'] | null, notices: Schemas['Notice'][]) => {
    // Of one that is nobody's there is no employee to tell.
    if (!person) return say('web.act.did.acknowledge');
    if (howTold(notices, 'seen_by') !== 'nothing') return say('web.act.done.acknowledge');
    return `${say('web.act.did.acknowledge')} ${say('web.act.unreachable', { name: person.name })}`;
  };
  const refresh = () =>
    Promise.all(
      ['request', 'call-out', 'board', 'inbox'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  return useMutation({
    mutationFn: () =>
      take<Schemas['CallOut']>(
        client.POST('/call-outs/{call_out}/acknowledgement', {
          params: { path: { call_out: callOut.id } },
        }),
      ),
    onSuccess: async ({ person, notices }) => {
      await refresh();
      tell('done', sayDone(person, notices));
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
