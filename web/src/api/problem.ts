import type { components } from '#schema';

export type Problem = components['schemas']['Problem'];

/** A problem document of the API (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
  /** "decided-meanwhile" */
  get code(): string {
    return this.problem.type.replace('/problems/', '');
  }
}

/** Whoever stands before the server can't know whether it has done what was asked. */
const isOfProxy = (status: number) => status >= 502 && status <= 504;

export function problemOf(body: unknown, status: number): ProblemError {
  const isProblem = typeof body === 'object' && body !== null && 'type' in body && 'title' in body;
  if (isProblem) return new ProblemError(body as Problem);
  return new ProblemError(
    isOfProxy(status)
      ? { type: '/problems/unreachable', title: 'Unreachable', status }
      : { type: '/problems/trouble', title: 'Trouble', status },
  );
}

export function codeOf(error: unknown): string {
  return error instanceof ProblemError ? error.code : 'trouble';
}
