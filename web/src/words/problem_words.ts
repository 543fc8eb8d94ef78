import { useMemo } from 'react';
import { ProblemError, codeOf } from '../api/problem';
import { useWords, useWordsOfCode } from './words';

/** How long somebody is asked to wait, in whole minutes. */
export function minutesToWait(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}

/** What a problem of the API is called before people. */
export function useProblemWords(): (error: unknown) => string {
  const say = useWords();
  const sayCode = useWordsOfCode();
  return useMemo(
    () => (error) => {
      const seconds = error instanceof ProblemError ? error.problem.retry_after : undefined;
      if (codeOf(error) === 'too-many-tries' && seconds !== undefined) {
        return say('web.problem.too_many_tries_for', { minutes: minutesToWait(seconds) });
      }
      return sayCode('web.problem', codeOf(error), 'web.problem.trouble');
    },
    [say, sayCode],
  );
}

/** The field of the input that a problem names. */
export function fieldOf(error: unknown): string | undefined {
  return error instanceof ProblemError ? error.problem.field : undefined;
}
