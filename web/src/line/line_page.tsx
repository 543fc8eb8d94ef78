import { IconPhoneCheck } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { Empty } from '../list/empty';
import { ListRoom } from '../list/list_room';
import { Loading } from '../list/loading';
import { More } from '../list/more';
import { Panel, Rows } from '../list/panel';
import { Segments } from '../list/segments';
import { ConfirmButton } from '../session/confirm';
import { useSession } from '../session/session';
import { usePageTitle } from '../shell/page_title';
import { Trouble } from '../shell/trouble';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import { AttemptRow } from './attempt_row';
import classes from './line.module.css';
import { useAttempts, type Shown } from './use_attempts';

function Attempts({ shown }: { shown: Shown }) {
  const say = useWords();
  const times = useTimes();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useAttempts(shown);
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Loading />;
  const attempts = data.pages.flatMap((page) => page.items);
  if (attempts.length === 0) {
    return (
      <Empty
        icon={IconPhoneCheck}
        title={say(`web.line.none.${shown}`)}
        more={say('web.line.none.more')}
      />
    );
  }
  return (
    <>
      {attempts.some((attempt) => attempt.withheld === 'confirm') && (
        <div className={classes.confirm}>
          {say('web.line.confirm')}
          <ConfirmButton />
        </div>
      )}
      <Panel id="attempts" title={say('web.line.attempts')}>
        <Rows>
          {attempts.map((attempt) => (
            <AttemptRow key={attempt.id} attempt={attempt} times={times} />
          ))}
        </Rows>
      </Panel>
      <More has={hasNextPage} isComing={isFetchingNextPage} fetch={fetchNextPage} />
    </>
  );
}

/** What arrived on the line without becoming a call-out: nothing that was tried is lost. */
export function LinePage() {
  const say = useWords();
  const [address, setAddress] = useSearchParams();
  const shown: Shown = address.get('state') === 'all' ? 'all' : 'open';
  usePageTitle(say('web.room.line'), useSession().organization);
  return (
    <ListRoom title={say('web.room.line')}>
      <p className={classes.about}>{say('web.line.about')}</p>
      <Segments
        name={say('web.board.shown')}
        value={shown}
        choose={(state) => setAddress(state === 'all' ? { state } : {})}
        choices={[
          { value: 'open', word: say('web.line.open') },
          { value: 'all', word: say('web.line.all') },
        ]}
      />
      <div className={classes.list}>
        <Attempts shown={shown} />
      </div>
    </ListRoom>
  );
}
