import type { Schemas } from '../api/client';
import { EntryName } from '../badges/entry_name';
import { usePartOfDay } from '../badges/time_of_day';
import { Panel, Rows } from '../list/panel';
import { useTimes } from '../words/times';
import { useNameOf, useWords } from '../words/words';
import classes from './leave_list.module.css';

function LeaveRow({ entry }: { entry: Schemas['Entry'] }) {
  const times = useTimes();
  const nameOf = useNameOf();
  const partOfDay = usePartOfDay()(entry.start_time, entry.end_time);
  const type = entry.type && nameOf('type', entry.type.code, entry.type.name);
  const when = [type, times.days(entry.start_date, entry.end_date), partOfDay];
  return (
    <li className={classes.row}>
      <EntryName entry={entry} className={classes.link} />
      <span className={classes.when}>{when.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

/** Whose absence has been known for long. */
export function LeaveList({ onLeave }: { onLeave: readonly Schemas['Entry'][] }) {
  const say = useWords();
  return (
    <Panel id="on-leave" title={say('web.board.on_leave')} count={onLeave.length}>
      {onLeave.length === 0 ? (
        <p className={classes.none}>{say('web.board.nobody_on_leave')}</p>
      ) : (
        <Rows>
          {onLeave.map((entry) => (
            <LeaveRow key={entry.request_id} entry={entry} />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
