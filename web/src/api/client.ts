import createClient from 'openapi-fetch';
import type { components, paths } from '#schema';
import { deadline } from './deadline';
import { background } from './presence';
import { ProblemError, problemOf } from './problem';

export type Schemas = components['schemas'];

export const client = createClient<paths>({ baseUrl: '/api/v1' });
client.use(background, deadline);

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The device itself says so; that it says nothing means nothing. */
const isOffline = () => globalThis.navigator?.onLine === false;

/** Only of what never left can it be said that it was not sent. */
function noAnswer(wasOffline: boolean): ProblemError {
  return wasOffline
    ? new ProblemError({ type: '/problems/offline', title: 'Offline', status: 0 })
    : new ProblemError({ type: '/problems/unreachable', title: 'Unreachable', status: 0 });
}

/** The answer's data; a problem of the API, or of the way there, is thrown as a ProblemError. */
export async function take<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const wasOffline = isOffline();
  let answer: Answer<Data>;
  try {
    answer = await asked;
  } catch {
    throw noAnswer(wasOffline);
  }
  if (answer.error !== undefined || !answer.response.ok) {
    throw problemOf(answer.error, answer.response.status);
  }
  return answer.data as Data;
}
