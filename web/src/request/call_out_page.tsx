import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation, useParams } from 'react-router';
import { client, take, type Schemas } from '../api/client';
import { codeOf } from '../api/problem';
import { Loading } from '../list/loading';
import { NotFoundPage } from '../shell/not_found_page';
import { Trouble } from '../shell/trouble';
import { useWords } from '../words/words';
import { CallOutCase } from './call_out_case';
import { useIsSettling, useSettledMeanwhile } from './use_settled_meanwhile';

/** Where it belongs to somebody, the rest is to be found at its request; whoever looked on is told why they are there. */
function Found({ callOut }: { callOut: Schemas['CallOut'] }) {
  const { state } = useLocation();
  const outcome = useSettledMeanwhile(callOut);
  const isSettling = useIsSettling(callOut);
  if (callOut.request_id === null || isSettling) return <CallOutCase callOut={callOut} />;
  return (
    <Navigate
      to={`/requests/${callOut.request_id}`}
      state={outcome ? { outcome } : state}
      replace
    />
  );
}

export function CallOutPage() {
  const id = Number(useParams()['callOut']);
  const say = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['call-out', id],
    queryFn: () =>
      take(client.GET('/call-outs/{call_out}', { params: { path: { call_out: id } } })),
    enabled: Number.isSafeInteger(id),
  });
  if (!Number.isSafeInteger(id) || codeOf(error) === 'not-found') return <NotFoundPage />;
  if (data) return <Found key={id} callOut={data} />;
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return <Loading title={say('web.request.title')} />;
}
