import { IconPhoneX, IconUsersMinus, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { Badge } from '../badges/badge';
import { useMoves } from '../list/moves';
import { useTimes } from '../words/times';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';
import { countOut, isThin } from './counts';
import classes from './summary.module.css';

type Board = Schemas['Board'];

function Notice({ to, icon, word }: { to: string; icon: Icon; word: string }) {
  return (
    <li>
      <a href={to}>
        <Badge tone="open" icon={icon} word={word} />
      </a>
    </li>
  );
}

/** What is further down and must not wait until somebody has scrolled there. */
function Notices({ headcounts, attempts }: Pick<Board, 'headcounts' | 'attempts'>) {
  const say = useWords();
  const thin = headcounts.filter(isThin);
  useMoves(thin.length + attempts.length);
  if (thin.length + attempts.length === 0) return null;
  return (
    <ul className={classes.notices} aria-label={say('web.board.notices')}>
      {attempts.length > 0 && (
        <Notice
          to="#attempts"
          icon={IconPhoneX}
          word={say('web.board.count_attempts', { count: attempts.length })}
        />
      )}
      {thin.map((headcount) => {
        const { team_id: team, out, of } = headcount;
        const position = headcount.position ?? `${headcount.team}, ${say('web.board.no_position')}`;
        const word = say('web.board.position_out_of', { position, out, of });
        return (
          <Notice key={`${team} ${position}`} to="#headcounts" icon={IconUsersMinus} word={word} />
        );
      })}
    </ul>
  );
}

interface CountProps {
  to: string;
  count: number;
  word: WordId;
}

function Count({ to, count, word }: CountProps) {
  const inside = (
    <>
      <span className={classes.number}>{count}</span> {useWords()(word, { count })}
    </>
  );
  return (
    <li>
      {to.startsWith('#') ? (
        <a href={to} className={classes.count}>
          {inside}
        </a>
      ) : (
        <Link to={to} className={classes.count ?? ''}>
          {inside}
        </Link>
      )}
    </li>
  );
}

/** The day at one look; each number leads to what it counts. */
export function Summary({ board }: { board: Board }) {
  const say = useWords();
  const times = useTimes();
  return (
    <header>
      <div className={classes.head}>
        <h1 className={classes.title}>{say('web.room.board')}</h1>
        <p className={classes.date}>{times.fullDay(board.day)}</p>
      </div>
      <ul className={classes.counts}>
        <Count
          to="#call-outs"
          count={countOut(board.call_outs, board.day)}
          word="web.board.count_out"
        />
        <Count to="#on-leave" count={board.on_leave.length} word="web.board.count_leave" />
        <Count
          to="/requests?status=waiting"
          count={board.pending_count}
          word="web.board.count_waiting"
        />
      </ul>
      <Notices headcounts={board.headcounts} attempts={board.attempts} />
    </header>
  );
}
