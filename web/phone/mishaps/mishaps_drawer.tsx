import { Segments } from '../../src/list/segments';
import { Sheet } from '../../src/list/sheet';
import { SmallButton } from '../../src/list/small_button';
import { useClock } from '../api/queries';
import { useSay } from '../words';
import { MishapField } from './mishap_field';
import { badDay, countOn, groups } from './mishaps';
import classes from './mishaps_drawer.module.css';
import { useChaos, useSetChaos, useSetSpeed } from './use_chaos';

const speeds = ['1', '2', '5', '20', '60'];

function Speed() {
  const say = useSay();
  const clock = useClock();
  const setSpeed = useSetSpeed();
  return (
    <section className={classes.group} aria-labelledby="speed-title">
      <h3 id="speed-title">{say('phone.clock')}</h3>
      <p>{say('phone.clock.more')}</p>
      <Segments
        name={say('phone.clock')}
        value={String(clock?.speed ?? 1)}
        choose={(speed) => setSpeed(Number(speed))}
        choices={speeds.map((speed) => ({ value: speed, word: `${speed}×` }))}
      />
    </section>
  );
}

/** What goes wrong on the way, to see that nothing is lost by it; and how fast time passes. */
export function MishapsDrawer({ close }: { close: () => void }) {
  const say = useSay();
  const chaos = useChaos();
  const set = useSetChaos();
  return (
    <Sheet title={say('phone.mishaps')} close={close} isDrawer>
      <p className={classes.more}>{say('phone.mishaps.more')}</p>
      <div className={classes.acts}>
        <SmallButton onClick={() => set({})}>{say('phone.mishaps.none')}</SmallButton>
        <SmallButton onClick={() => set(badDay)}>{say('phone.mishaps.bad_day')}</SmallButton>
        <output>{chaos && say('phone.mishaps.count', { count: countOn(chaos) })}</output>
      </div>
      <Speed />
      {chaos &&
        groups.map(({ group, mishaps }) => (
          <section key={group} className={classes.group} aria-labelledby={`mishaps-${group}`}>
            <h3 id={`mishaps-${group}`}>{say(`phone.mishaps.${group}`)}</h3>
            {mishaps.map((mishap) => (
              <MishapField key={mishap.name} mishap={mishap} chaos={chaos} set={set} />
            ))}
          </section>
        ))}
    </Sheet>
  );
}
