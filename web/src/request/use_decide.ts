import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, take, type Schemas } from '../api/client';
import { ProblemError, codeOf } from '../api/problem';
import { useProblemWords } from '../words/problem_words';
import { useTimes } from '../words/times';
import { useWords, useWordsOfCode } from '../words/words';
import type { TellOutcome } from './outcome';
import { useSayDone } from './use_say_done';

export type Request = Schemas['Request'];
export type Decision = Schemas['Decision'];

/** What the request's change shows in besides itself. */
export const listsOfRequests = ['board', 'inbox'];

/** Somebody else was first: who, when, and what it is now. */
function useSayConflict() {
  const say = useWords();
  const sayCode = useWordsOfCode();
  const sayProblem = useProblemWords();
  const times = useTimes();
  return (error: unknown, fresh: Request | undefined) => {
    const { by, at } = error instanceof ProblemError ? error.problem : {};
    if (!by || !at || !fresh) return `${sayProblem(error)} ${say('web.request.now')}`;
    const status = sayCode('web.status', fresh.status, 'web.status.pending').toLowerCase();
    return say('web.request.decided_first', { by, time: times.moment(at), status });
  };
}

/** On which state of the request: the one that was shown when the act was begun, whatever has come since. */
export type Wanted = Decision & { version: number };

/** The second of two at once learns who was first and sees the fresh state. */
export function useDecide(request: Request, tell: TellOutcome) {
  const queries = useQueryClient();
  const sayProblem = useProblemWords();
  const sayConflict = useSayConflict();
  const sayDone = useSayDone();
  const key = ['request', request.id];
  return useMutation({
    mutationFn: ({ version, ...body }: Wanted) =>
      take<Request>(
        client.POST('/requests/{request}/decision', {
          params: { path: { request: request.id }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: (fresh, { decision }) => {
      queries.setQueryData(key, fresh);
      for (const list of listsOfRequests) void queries.invalidateQueries({ queryKey: [list] });
      tell('done', sayDone(fresh, decision));
    },
    onError: async (error) => {
      if (!['decided-meanwhile', 'not-possible-now'].includes(codeOf(error)))
        return tell('trouble', sayProblem(error));
      await queries.refetchQueries({ queryKey: key });
      tell('conflict', sayConflict(error, queries.getQueryData<Request>(key)));
    },
  });
}
