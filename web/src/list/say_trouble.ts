import { notifications } from '@mantine/notifications';
import { useProblemWords } from '../words/problem_words';

/** Shows what was wrong with an act, in words. */
export function useSayTrouble(): (error: unknown) => void {
  const sayProblem = useProblemWords();
  return (error) => {
    notifications.show({ color: 'red', message: sayProblem(error) });
  };
}
