import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, take, type Schemas } from '../api/client';
import { codeOf } from '../api/problem';
import { useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import type { TellOutcome } from './outcome';
import { settlingOf } from './use_assign';
import { listsOfRequests } from './use_decide';

/** Says that an unverified call-out is nobody's. */
export function useReject(callOut: Schemas['CallOut'], tell: TellOutcome) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const queries = useQueryClient();
  const key = ['call-out', callOut.id];
  return useMutation({
    mutationKey: settlingOf(callOut),
    mutationFn: () =>
      take<Schemas['CallOut']>(
        client.POST('/call-outs/{call_out}/rejection', {
          params: { path: { call_out: callOut.id } },
        }),
      ),
    onSuccess: (fresh) => {
      queries.setQueryData(key, fresh);
      for (const list of listsOfRequests) void queries.invalidateQueries({ queryKey: [list] });
      tell('done', say('web.reject.done'));
    },
    onError: async (error) => {
      if (codeOf(error) !== 'not-possible-now') return tell('trouble', sayProblem(error));
      await queries.refetchQueries({ queryKey: key });
      tell('conflict', say('web.whose.first'));
    },
  });
}
