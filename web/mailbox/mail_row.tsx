import { VisuallyHidden } from '@mantine/core';
import { useIntl } from 'react-intl';
import { dayIn } from '../src/words/times';
import type { Mail } from './api';
import { recipientsOf } from './mail_list';
import classes from './mail_row.module.css';
import { useSay } from './words';

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time of today, a day else. */
export function useWhen(): (moment: string) => string {
  const { formatDate, formatTime } = useIntl();
  return (moment) =>
    dayIn(zone, new Date(moment)) === dayIn(zone, new Date())
      ? formatTime(moment, { hour: 'numeric', minute: '2-digit' })
      : formatDate(moment, { month: 'short', day: 'numeric' });
}

interface MailRowProps {
  mail: Mail;
  isOpen: boolean;
  isNew: boolean;
}

/** One mail of the list: to whom, about what, when. */
export function MailRow({ mail, isOpen, isNew }: MailRowProps) {
  const say = useSay();
  const when = useWhen();
  const { first, more } = recipientsOf(mail);
  return (
    <li>
      <a
        className={classes.row}
        href={`#${mail.id}`}
        aria-current={isOpen ? 'true' : undefined}
        data-new={isNew || undefined}
      >
        <span className={classes.mark} aria-hidden />
        <span className={classes.to}>
          {isNew && <VisuallyHidden>{say('mailbox.unread')} </VisuallyHidden>}
          {more > 0 ? say('mailbox.to_more', { first, more }) : first}
        </span>
        <time className={classes.when} dateTime={mail.received}>
          {when(mail.received)}
        </time>
        <span className={classes.subject} dir="auto">
          {mail.subject || say('mailbox.no_subject')}
        </span>
      </a>
    </li>
  );
}
