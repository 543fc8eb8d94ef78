import { useWords } from '../words/words';
import classes from './act_bar.module.css';
import { ActButton } from './act_button';
import type { Act, Places } from './acts';
import { MoreActs, type MoreActsProps } from './more_acts';

interface ActBarProps extends MoreActsProps {
  places: Places;
  isDone: (act: Act) => boolean;
}

/** What can be done, each with what it does: the two likeliest at hand, the rest behind "More". */
export function ActBar({ places, isDone, ...more }: ActBarProps) {
  const say = useWords();
  const { acts, version, effectOf, busy, onAct } = more;
  const open = places.near.filter((act) => acts.includes(act));
  const far = acts.filter((act) => !places.near.includes(act));
  return (
    <section aria-label={say('web.act.title')} className={classes.bar}>
      <div className={classes.buttons}>
        {places.near.map((act) => (
          <ActButton
            key={act}
            act={act}
            isOpen={open.includes(act)}
            isDone={isDone(act)}
            isFirst={act === open[0] && act !== 'deny'}
            busy={busy}
            onAct={() => onAct(act, version)}
          />
        ))}
        {places.hasMore && <MoreActs {...more} acts={far} />}
      </div>
      <ul className={classes.effects}>
        {open.map((act) => (
          <li key={act} id={`effect-${act}`}>
            <strong>{say(`web.act.${act}`)}:</strong> {effectOf(act)}
          </li>
        ))}
      </ul>
    </section>
  );
}
