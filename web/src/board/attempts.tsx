import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { AttemptRow } from '../line/attempt_row';
import { Panel, Rows } from '../list/panel';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import classes from './board.module.css';

/** Who tried to reach the line without becoming a call-out: perhaps out, and nobody would know. */
export function Attempts({ attempts }: { attempts: readonly Schemas['Attempt'][] }) {
  const say = useWords();
  const times = useTimes();
  if (attempts.length === 0) return null;
  const all = (
    <Link to="/line" className={classes.more ?? ''}>
      {say('web.board.to_line')}
    </Link>
  );
  return (
    <Panel id="attempts" title={say('web.board.attempts')} count={attempts.length} controls={all}>
      <Rows>
        {attempts.map((attempt) => (
          <AttemptRow key={attempt.id} attempt={attempt} times={times} />
        ))}
      </Rows>
    </Panel>
  );
}
