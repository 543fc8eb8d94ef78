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

export function problemOf(body: unknown, status: number): ProblemError {
  const isProblem = typeof body === 'object' && body !== null && 'type' in body && 'title' in body;
  return new ProblemError(
    isProblem ? (body as Problem) : { type: '/problems/trouble', title: 'Trouble', status },
  );
}

export function codeOf(error: unknown): string {
  return error instanceof ProblemError ? error.code : 'trouble';
}
