import createClient from 'openapi-fetch';
import type { components, paths } from '#schema';
import { background } from './presence';
import { ProblemError, problemOf } from './problem';

export type Schemas = components['schemas'];

export const client = createClient<paths>({ baseUrl: '/api/v1' });
client.use(background);

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The answer's data; a problem of the API, or of the way there, is thrown as a ProblemError. */
export async function take<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await asked;
  } catch {
    throw new ProblemError({ type: '/problems/unreachable', title: 'Unreachable', status: 0 });
  }
  if (answer.error !== undefined || !answer.response.ok) {
    throw problemOf(answer.error, answer.response.status);
  }
  return answer.data as Data;
}
