import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { client, take, type Schemas } from '../api/client';
import { Announcer, useAnnounce } from '../list/announcer';
import { Empty } from '../list/empty';
import { ListRoom } from '../list/list_room';
import { Loading } from '../list/loading';
import { useHeld } from '../list/moves';
import { useSession } from '../session/session';
import { usePageTitle } from '../shell/page_title';
import { Trouble } from '../shell/trouble';
import { useWords } from '../words/words';
import { Alarms } from './alarms';
import { useArrivals } from './arrivals';
import { Attempts } from './attempts';
import classes from './board.module.css';
import { CallOutList } from './call_out_list';
import { isUnseen } from './counts';
import { Headcounts } from './headcounts';
import { LeaveList } from './leave_list';
import { Summary } from './summary';

type Board = Schemas['Board'];

/** "New call-out: Ana Ruiz, RN", or how many at once. */
function useAnnounceArrivals() {
  const say = useWords();
  const announce = useAnnounce();
  return useCallback(
    (arrived: Schemas['Entry'][]) => {
      const { person } = arrived[0] ?? {};
      const who = person
        ? [person.name, person.position].filter(Boolean).join(', ')
        : say('web.board.somebody');
      announce(
        arrived.length === 1
          ? say('web.board.new', { who })
          : say('web.board.new_many', { count: arrived.length }),
      );
    },
    [say, announce],
  );
}

/** An administrator without another role: what the installation needs, and nobody's absence. */
function BoardOfAdministrator({ board }: { board: Board }) {
  const say = useWords();
  return (
    <ListRoom title={say('web.room.board')}>
      <Alarms alarms={board.alarms} />
      <Empty
        icon={IconEyeOff}
        title={say('web.board.administrator')}
        more={say('web.board.administrator.more')}
      />
    </ListRoom>
  );
}

function BoardOf({ board: latest }: { board: Board }) {
  const board = useHeld(latest);
  const fresh = useArrivals(board.call_outs, useAnnounceArrivals());
  return (
    <div className={classes.page}>
      <Summary board={board} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Alarms alarms={board.alarms} />
          <CallOutList callOuts={board.call_outs} day={board.day} fresh={fresh} />
          <Attempts attempts={board.attempts} />
        </div>
        <div className={`${classes.column} ${classes.aside}`}>
          <Headcounts headcounts={board.headcounts} />
          <LeaveList onLeave={board.on_leave} />
        </div>
      </div>
    </div>
  );
}

/** Today, for a manager in bed with a phone at five in the morning. */
export function BoardPage() {
  const say = useWords();
  const session = useSession();
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    queryKey: ['board'],
    queryFn: () => take(client.GET('/board')),
  });
  usePageTitle(
    say('web.room.board'),
    session.organization,
    board?.call_outs.filter(isUnseen).length,
  );
  if (!board) {
    return (
      <ListRoom title={say('web.room.board')}>
        {error ? <Trouble error={error} again={() => void refetch()} /> : <Loading />}
      </ListRoom>
    );
  }
  return (
    <Announcer>
      {session.may.decide ? <BoardOf board={board} /> : <BoardOfAdministrator board={board} />}
    </Announcer>
  );
}
