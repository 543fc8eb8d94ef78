import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { client, take, type Schemas } from '../api/client';
import { codeOf } from '../api/problem';
import { fieldOf, useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import type { Outcome, TellOutcome } from './outcome';
import { listsOfRequests } from './use_decide';

/** Of whatever says whose a call-out is, or that it is nobody's. */
export const settlingOf = ({ id }: Schemas['CallOut']) => ['settle', id];

interface Assignment {
  person: Schemas['Person'];
  addNumber: boolean;
}

/** Says whose a call-out is; then the page goes on to the request that came of it. */
export function useAssign(callOut: Schemas['CallOut'], tell: TellOutcome) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationKey: settlingOf(callOut),
    mutationFn: ({ person, addNumber }: Assignment) =>
      take<Schemas['CallOut']>(
        client.POST('/call-outs/{call_out}/assignment', {
          params: { path: { call_out: callOut.id } },
          body: { member_id: person.member_id, add_number: addNumber },
        }),
      ),
    onSuccess: (fresh, { person }) => {
      const words = say(fresh.state === 'merged' ? 'web.whose.done_merged' : 'web.whose.done', {
        name: person.name,
      });
      for (const list of [...listsOfRequests, 'request'])
        void queries.invalidateQueries({ queryKey: [list] });
      const outcome: Outcome = { tone: 'done', words };
      if (fresh.request_id)
        void navigate(`/requests/${fresh.request_id}`, { replace: true, state: { outcome } });
      else tell('done', words);
      queries.setQueryData(['call-out', callOut.id], fresh);
    },
    onError: async (error) => {
      if (fieldOf(error) === 'add_number') return tell('trouble', say('web.whose.number_refused'));
      if (codeOf(error) !== 'not-possible-now') return tell('trouble', sayProblem(error));
      await queries.refetchQueries({ queryKey: ['call-out', callOut.id] });
      tell('conflict', say('web.whose.first'));
    },
  });
}
