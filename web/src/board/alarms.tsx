import { IconAlertOctagon } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { placeOf } from '../badges/person_line';
import { useKeptFocus } from '../list/kept_focus';
import { Panel, Rows } from '../list/panel';
import { SmallButton, SmallButtonLink } from '../list/small_button';
import { useTimes } from '../words/times';
import { useWords, useWordsOfCode } from '../words/words';
import { useCloseAlarm } from './acts';
import classes from './alarms.module.css';

type Alarm = Schemas['Alarm'];

/** When it was raised, and about whom. */
function About({ alarm }: { alarm: Alarm }) {
  const times = useTimes();
  const who = alarm.person && `${alarm.person.name}, ${placeOf(alarm.person)}`;
  return (
    <p className={classes.about}>
      {[times.moment(alarm.raised_at), who].filter(Boolean).join(' · ')}
    </p>
  );
}

function AlarmRow({ alarm }: { alarm: Alarm }) {
  const say = useWords();
  const sayCode = useWordsOfCode();
  const keptFocus = useKeptFocus();
  const close = useCloseAlarm();
  const what = sayCode('web.alarm', alarm.kind, 'web.alarm.other');
  return (
    <li className={classes.alarm}>
      <IconAlertOctagon size={22} stroke={2} aria-hidden />
      <div className={classes.words}>
        <h3 className={classes.what}>{what}</h3>
        <p>{sayCode('web.alarm.todo', alarm.kind, 'web.alarm.todo.other')}</p>
        <About alarm={alarm} />
      </div>
      <div className={classes.acts}>
        {alarm.call_out_id !== null && (
          <SmallButtonLink
            to={`/call-outs/${alarm.call_out_id}`}
            aria-label={say('web.alarm.open')}
          >
            {say('web.alarm.open_short')}
          </SmallButtonLink>
        )}
        <SmallButton
          ref={keptFocus}
          aria-disabled={close.isPending}
          aria-label={say('web.alarm.close_of', { what })}
          onClick={() => close.isPending || close.mutate(alarm.id)}
        >
          {say('web.alarm.close')}
        </SmallButton>
      </div>
    </li>
  );
}

/** What the system could not do by itself: first of all, since nobody may know of something. */
export function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  const say = useWords();
  if (alarms.length === 0) return null;
  return (
    <Panel id="alarms" title={say('web.board.alarms')} count={alarms.length}>
      <Rows>
        {alarms.map((alarm) => (
          <AlarmRow key={alarm.id} alarm={alarm} />
        ))}
      </Rows>
    </Panel>
  );
}
