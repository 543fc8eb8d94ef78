import {
  IconCheck,
  IconChecks,
  IconClock,
  IconAlertTriangle,
  IconMail,
  IconMessage2,
  IconMinus,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { Badge, type Tone } from '../badges/badge';
import { Panel, Rows } from '../list/panel';
import { useTimes } from '../words/times';
import { useWords, useWordsOfCode } from '../words/words';
import classes from './notices_panel.module.css';

type Notice = Schemas['Notice'];

const states: Record<Notice['state'], { icon: Icon; tone: Tone }> = {
  waiting: { icon: IconClock, tone: 'waiting' },
  accepted: { icon: IconCheck, tone: 'quiet' },
  delivered: { icon: IconChecks, tone: 'good' },
  failed: { icon: IconAlertTriangle, tone: 'open' },
  dropped: { icon: IconMinus, tone: 'quiet' },
};

function NoticeRow({ notice }: { notice: Notice }) {
  const say = useWords();
  const sayCode = useWordsOfCode();
  const times = useTimes();
  const { icon, tone } = states[notice.state];
  const Channel = notice.channel === 'sms' ? IconMessage2 : IconMail;
  return (
    <li className={classes.notice}>
      <Channel size={18} stroke={1.75} aria-hidden className={classes.channel} />
      <span className={classes.what}>
        <span className={classes.to}>{notice.to}</span>
        {notice.is_employee && (
          <span className={classes.employee}> {say('web.notices.employee')}</span>
        )}
        <span className={classes.kind}>
          {say(`web.notices.${notice.channel}`)} ·{' '}
          {sayCode('web.notice', notice.kind, 'web.notice.other')}
        </span>
      </span>
      <span className={classes.state}>
        <Badge tone={tone} icon={icon} word={say(`web.notices.state.${notice.state}`)} />
        <time dateTime={notice.at} className={classes.when}>
          {times.moment(notice.at)}
        </time>
      </span>
    </li>
  );
}

/** What was sent to whom, and whether it got there. */
export function NoticesPanel({ notices }: { notices: Notice[] }) {
  const say = useWords();
  if (notices.length === 0) return null;
  return (
    <Panel id="notices" title={say('web.notices.title')}>
      <Rows>
        {notices.map((notice) => (
          <NoticeRow
            key={`${notice.kind} ${notice.channel} ${notice.to} ${notice.at}`}
            notice={notice}
          />
        ))}
      </Rows>
    </Panel>
  );
}
