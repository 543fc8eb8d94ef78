import { useLiveState } from '../api/live';
import { useStale } from '../api/stale';
import { useMoves } from '../list/moves';
import { SmallButton } from '../list/small_button';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import classes from './freshness_note.module.css';

function StaleWords({ since, isTrying, again }: ReturnType<typeof useStale> & { since: number }) {
  const say = useWords();
  const times = useTimes();
  return (
    <span className={classes.note}>
      {say('web.live.stale', { time: times.moment(new Date(since).toISOString()) })}
      <SmallButton aria-disabled={isTrying} onClick={() => isTrying || again()}>
        {say(isTrying ? 'web.live.trying' : 'web.trouble.again')}
      </SmallButton>
    </span>
  );
}

/** Says so as long as what is shown may be old. */
export function FreshnessNote() {
  const say = useWords();
  const isLost = useLiveState() === 'lost';
  const { since, ...stale } = useStale();
  useMoves(isLost || since !== null);
  return (
    <output className={classes.place}>
      {isLost && <span className={classes.note}>{say('web.live.lost')}</span>}
      {!isLost && since !== null && <StaleWords since={since} {...stale} />}
    </output>
  );
}
