import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation, useParams } from 'react-router';
import { client, take } from '../api/client';
import { codeOf } from '../api/problem';
import { Loading } from '../list/loading';
import { NotFoundPage } from '../shell/not_found_page';
import { Trouble } from '../shell/trouble';
import { useWords } from '../words/words';
import { CallOutCase } from './call_out_case';

/** A call-out: where it belongs to somebody, the rest is to be found at its request. */
export function CallOutPage() {
  const id = Number(useParams()['callOut']);
  const say = useWords();
  const { state } = useLocation();
  const { data, error, refetch } = useQuery({
    queryKey: ['call-out', id],
    queryFn: () =>
      take(client.GET('/call-outs/{call_out}', { params: { path: { call_out: id } } })),
    enabled: Number.isSafeInteger(id),
  });
  if (!Number.isSafeInteger(id) || codeOf(error) === 'not-found') return <NotFoundPage />;
  if (data?.request_id)
    return <Navigate to={`/requests/${data.request_id}`} state={state} replace />;
  if (data) return <CallOutCase key={id} callOut={data} />;
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return <Loading title={say('web.request.title')} />;
}
