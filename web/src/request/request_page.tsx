import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { client, take } from '../api/client';
import { codeOf } from '../api/problem';
import { Loading } from '../list/loading';
import { NotFoundPage } from '../shell/not_found_page';
import { Trouble } from '../shell/trouble';
import { useWords } from '../words/words';
import { RequestCase } from './request_case';

export function RequestPage() {
  const id = Number(useParams()['request']);
  const say = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['request', id],
    queryFn: () => take(client.GET('/requests/{request}', { params: { path: { request: id } } })),
    enabled: Number.isSafeInteger(id),
  });
  if (!Number.isSafeInteger(id) || codeOf(error) === 'not-found') return <NotFoundPage />;
  if (data) return <RequestCase key={id} request={data} />;
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return <Loading title={say('web.request.title')} />;
}
