import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { Badge } from '../../src/badges/badge';
import type { Complaint } from '../api/desk';
import { useSay } from '../words';
import classes from './complaint_row.module.css';

/** What the provider's debugger would say. */
export function ComplaintRow({ complaint }: { complaint: Complaint }) {
  const say = useSay();
  const { formatTime } = useIntl();
  const { at, subject, is_error: isError, code, message } = complaint;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Badge
          tone={isError ? 'call_out' : 'open'}
          icon={isError ? IconX : IconAlertTriangle}
          word={say(isError ? 'phone.complaint.error' : 'phone.complaint.warning', {
            code: String(code),
          })}
        />
        <time dateTime={at}>
          {formatTime(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' })}
        </time>
      </div>
      <p lang="en">{message}</p>
      <span className={classes.subject}>{subject}</span>
    </li>
  );
}
