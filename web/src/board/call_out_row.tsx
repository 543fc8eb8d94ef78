import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { Schemas } from '../api/client';
import { AuthenticationBadge } from '../badges/authentication_badge';
import { CallOutBadge } from '../badges/call_out_badge';
import { addressOf } from '../badges/entry_address';
import { EntryName } from '../badges/entry_name';
import { readablePhoneNumber } from '../badges/phone_number';
import { SourceBadge } from '../badges/source_badge';
import { StatusBadge } from '../badges/status_badge';
import { usePartOfDay } from '../badges/time_of_day';
import type { Times } from '../words/times';
import { useWords } from '../words/words';
import classes from './call_out_row.module.css';
import { isLive } from './counts';
import { GotIt } from './got_it';
import { ReceivedAt } from '../list/received_at';
import { SmallButtonLink } from '../list/small_button';

type Entry = Schemas['Entry'];

/** How it came, how it is known whose it is, where it stands, and what is unusual about it. */
function How({ entry, day, times }: { entry: Entry; day: string; times: Times }) {
  const say = useWords();
  const partOfDay = usePartOfDay()(entry.start_time, entry.end_time);
  const isUnverified = entry.status === 'unverified';
  return (
    <div className={classes.how}>
      {entry.source && <SourceBadge source={entry.source} />}
      {entry.authentication_method && entry.status !== 'rejected' && (
        <AuthenticationBadge method={entry.authentication_method} />
      )}
      {!isUnverified && <StatusBadge status={entry.status} />}
      {entry.start_date !== day && (
        <span>{say('web.board.for_day', { day: times.day(entry.start_date) })}</span>
      )}
      {partOfDay && <span>{partOfDay}</span>}
      {entry.is_extension && <span>{say('web.board.extension')}</span>}
      {entry.is_during_leave && <span>{say('web.board.during_leave')}</span>}
      {entry.is_own && <span>{say('web.board.own')}</span>}
    </div>
  );
}

interface RowProps {
  entry: Entry;
  day: string;
  times: Times;
  mayDecide: boolean;
  isNew: boolean;
}

function Act({ entry, times, mayDecide }: Pick<RowProps, 'entry' | 'times' | 'mayDecide'>) {
  const say = useWords();
  const { acknowledged, phone_number_used: used } = entry;
  const number = used ? readablePhoneNumber(used) : say('web.phone.withheld');
  const mayAct = mayDecide && isLive(entry) && !entry.is_own;
  if (!acknowledged && !mayAct) return null;
  return (
    <div className={classes.act}>
      {acknowledged && (
        <span className={classes.seen}>
          <IconCheck size={16} stroke={2.25} aria-hidden />
          {say('web.board.seen_by', { by: acknowledged.by, time: times.moment(acknowledged.at) })}
        </span>
      )}
      {mayAct && entry.status === 'unverified' && (
        <SmallButtonLink
          look="primary"
          to={addressOf(entry)}
          aria-label={say('web.board.whose_of', { number })}
        >
          {say('web.board.whose')}
        </SmallButtonLink>
      )}
      {mayAct && !acknowledged && <GotIt entry={entry} times={times} />}
    </div>
  );
}

/** One call-out of today's board; the row as a whole leads to it. */
export const CallOutRow = memo(function CallOutRow({
  entry,
  day,
  times,
  mayDecide,
  isNew,
}: RowProps) {
  return (
    <li className={`${classes.row} ${isNew ? classes.new : ''}`}>
      <div className={classes.who}>
        <CallOutBadge />
        <EntryName entry={entry} className={classes.link} />
      </div>
      <ReceivedAt moment={entry.received_at} times={times} />
      <How entry={entry} day={day} times={times} />
      <Act entry={entry} times={times} mayDecide={mayDecide} />
    </li>
  );
});
