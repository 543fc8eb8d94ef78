import { memo } from 'react';
import type { Schemas } from '../api/client';
import { AuthenticationBadge } from '../badges/authentication_badge';
import { CallOutBadge } from '../badges/call_out_badge';
import { EntryName } from '../badges/entry_name';
import { SourceBadge } from '../badges/source_badge';
import { StatusBadge } from '../badges/status_badge';
import { usePartOfDay } from '../badges/time_of_day';
import type { Times } from '../words/times';
import { useNameOf } from '../words/words';
import classes from './request_row.module.css';

/** A request or a call-out of the inbox; the row as a whole leads to it. */
export const RequestRow = memo(function RequestRow({
  entry,
  times,
}: {
  entry: Schemas['Entry'];
  times: Times;
}) {
  const partOfDay = usePartOfDay()(entry.start_time, entry.end_time);
  const nameOf = useNameOf();
  const { status, authentication_method: method } = entry;
  const days = times.days(entry.start_date, entry.end_date);
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        {entry.is_call_out && <CallOutBadge />}
        <EntryName entry={entry} className={classes.link} />
      </div>
      <time className={classes.time} dateTime={entry.received_at}>
        {times.time(entry.received_at)}
      </time>
      <div className={classes.how}>
        {entry.source && <SourceBadge source={entry.source} />}
        {method && status !== 'rejected' && <AuthenticationBadge method={method} />}
        {status !== 'unverified' && <StatusBadge status={status} />}
      </div>
      <div className={classes.what}>
        <span>{partOfDay ? `${days}, ${partOfDay}` : days}</span>
        {entry.type && (
          <span className={classes.type}>{nameOf('type', entry.type.code, entry.type.name)}</span>
        )}
      </div>
    </li>
  );
});
