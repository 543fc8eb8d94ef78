import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { Empty } from '../list/empty';
import { Panel, Rows } from '../list/panel';
import { SmallButton } from '../list/small_button';
import { useSession } from '../session/session';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import { byDayReceived, keyOf } from './days';
import { RequestRow } from './request_row';

/** Under the day on which they came. */
export function RequestList({ entries }: { entries: readonly Schemas['Entry'][] }) {
  const say = useWords();
  const times = useTimes();
  const { time_zone: timeZone } = useSession();
  return byDayReceived(entries, timeZone).map(({ day, entries: rows }) => (
    <Panel
      key={day}
      id={`day-${day}`}
      title={day === times.today ? say('web.list.today') : times.day(day)}
    >
      <Rows>
        {rows.map((entry) => (
          <RequestRow key={keyOf(entry)} entry={entry} times={times} />
        ))}
      </Rows>
    </Panel>
  ));
}

/** There are none at all, or none for these filters. */
export function NoRequests({ clear }: { clear: (() => void) | undefined }) {
  const say = useWords();
  if (!clear)
    return (
      <Empty icon={IconInbox} title={say('web.inbox.empty')} more={say('web.inbox.empty.more')} />
    );
  return (
    <Empty icon={IconFilterOff} title={say('web.inbox.none')} more={say('web.inbox.none.more')}>
      <SmallButton onClick={clear}>{say('web.inbox.clear')}</SmallButton>
    </Empty>
  );
}
