import type { Middleware } from 'openapi-fetch';

/** The server answers within seconds, also when it is overloaded: what takes longer was cut off without a word. */
const longestWait = 20_000;

export const deadline: Middleware = {
  onRequest({ request }) {
    return new Request(request, { signal: AbortSignal.timeout(longestWait) });
  },
};
