import { dayIn, type Times } from '../words/times';
import { useSession } from '../session/session';
import classes from './received_at.module.css';

/** In a row's place for it: the time, and the day where it was another one. */
export function ReceivedAt({ moment, times }: { moment: string; times: Times }) {
  const day = dayIn(useSession().time_zone, new Date(moment));
  return (
    <time className={classes.time} dateTime={moment}>
      {times.time(moment)}
      {day !== times.today && <span className={classes.day}>{times.day(day)}</span>}
    </time>
  );
}
