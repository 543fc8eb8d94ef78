import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { useMoves } from '../list/moves';
import { Segments } from '../list/segments';
import { Empty } from '../list/empty';
import { useSession } from '../session/session';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import { CallOutRow } from './call_out_row';
import { isUnseen } from './counts';
import { Panel, Rows } from '../list/panel';

interface CallOutListProps {
  callOuts: readonly Schemas['Entry'][];
  day: string;
  fresh: ReadonlySet<number>;
}

/** More than this are not taken in at a glance: then one may look at the unseen only. */
const many = 12;

/** Newest first and all teams together: what has just come is at the top, whoever answers for it. */
export function CallOutList({ callOuts, day, fresh }: CallOutListProps) {
  const say = useWords();
  const times = useTimes();
  const mayDecide = useSession().may.decide;
  const [shown, setShown] = useState<'all' | 'unseen'>('all');
  const isFiltered = shown === 'unseen' && callOuts.length > many;
  const rows = isFiltered ? callOuts.filter(isUnseen) : callOuts;
  useMoves(rows.map((entry) => entry.call_out_id).join());
  const choice = callOuts.length > many && (
    <Segments
      name={say('web.board.shown')}
      value={shown}
      choose={setShown}
      choices={[
        { value: 'all', word: say('web.board.shown.all') },
        {
          value: 'unseen',
          word: say('web.board.shown.unseen', { count: callOuts.filter(isUnseen).length }),
        },
      ]}
    />
  );
  return (
    <Panel
      id="call-outs"
      title={say('web.board.call_outs')}
      count={callOuts.length}
      controls={choice}
    >
      {rows.length === 0 ? (
        <Empty
          icon={IconMoodSmile}
          title={say(isFiltered ? 'web.board.all_seen' : 'web.board.nobody')}
          more={say(isFiltered ? 'web.board.all_seen.more' : 'web.board.nobody.more')}
        />
      ) : (
        <Rows>
          {rows.map((entry) => (
            <CallOutRow
              key={entry.call_out_id}
              entry={entry}
              day={day}
              times={times}
              mayDecide={mayDecide}
              isNew={entry.call_out_id !== null && fresh.has(entry.call_out_id)}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
