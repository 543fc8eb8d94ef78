import type { Times } from '../words/times';
import { useWords } from '../words/words';
import type { Attempt } from './attempt_row';
import classes from './attempt_row.module.css';

/** What was said, or why it can't be read, and which day it is about. */
export function AttemptWords({ attempt, times }: { attempt: Attempt; times: Times }) {
  const say = useWords();
  const { words, withheld, about_day: day } = attempt;
  return (
    <p className={classes.words}>
      {words && <q className={classes.quote}>{words}</q>}
      {!words && withheld === 'not_yours' && say('web.attempt.not_yours')}
      {!words && withheld === 'confirm' && say('web.attempt.confirm')}
      {day && day !== times.today && ` ${say('web.board.for_day', { day: times.day(day) })}`}
    </p>
  );
}
