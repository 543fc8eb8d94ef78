import {
  IconBan,
  IconCategory,
  IconCheck,
  IconCoinOff,
  IconCoins,
  IconEar,
  IconEyeCheck,
  IconGitMerge,
  IconMessagePlus,
  IconPhoneIncoming,
  IconPoint,
  IconSend,
  IconUserCheck,
  IconUserOff,
  IconX,
  IconArrowBackUp,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { Panel } from '../list/panel';
import { useTimes } from '../words/times';
import { useWords, useWordsOfCode } from '../words/words';
import classes from './history_panel.module.css';

type Entry = Schemas['HistoryEntry'];

const icons: Record<Entry['action'], Icon> = {
  call_out_recorded: IconPhoneIncoming,
  unverified_call_out_recorded: IconPhoneIncoming,
  call_out_updated: IconMessagePlus,
  call_out_taken_back: IconArrowBackUp,
  call_out_acknowledged: IconEyeCheck,
  call_out_assigned: IconUserCheck,
  call_out_merged: IconGitMerge,
  call_out_rejected: IconUserOff,
  category_chosen: IconCategory,
  request_submitted: IconSend,
  request_approved: IconCheck,
  request_denied: IconBan,
  request_cancelled: IconX,
  request_charged: IconCoins,
  request_not_charged: IconCoinOff,
  recording_heard: IconEar,
  call_out_reopened: IconPhoneIncoming,
  acknowledgement_kept: IconEyeCheck,
  acknowledgement_set_aside: IconArrowBackUp,
  other: IconPoint,
};

/** Who listened is not said to everybody: then nobody is named, the line least of all. */
function actorOf({ actor, action }: Entry, theLine: string): string {
  return actor || (action === 'recording_heard' ? '' : theLine);
}

function Step({ entry }: { entry: Entry }) {
  const say = useWords();
  const sayCode = useWordsOfCode();
  const times = useTimes();
  const Glyph = icons[entry.action] ?? IconPoint;
  return (
    <li className={classes.step}>
      <span className={classes.icon}>
        <Glyph size={16} stroke={1.75} aria-hidden />
      </span>
      <span className={classes.what}>
        {sayCode('web.history', entry.action, 'web.history.other')}
        <span className={classes.who}>{actorOf(entry, say('web.history.the_line'))}</span>
      </span>
      <time dateTime={entry.at} className={classes.when}>
        {times.moment(entry.at)}
      </time>
    </li>
  );
}

/** What happened, oldest first, and by whom. */
export function HistoryPanel({ history }: { history: Entry[] }) {
  const say = useWords();
  if (history.length === 0) return null;
  return (
    <Panel id="history" title={say('web.history.title')}>
      <ol className={classes.steps}>
        {history.map((entry) => (
          <Step key={`${entry.at} ${entry.action} ${entry.actor}`} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}
