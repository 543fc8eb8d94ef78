import { IconAlertOctagon } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { placeOf } from '../badges/person_line';
import { ConfirmDialog, useAsking } from '../list/confirm_dialog';
import { useMoves } from '../list/moves';
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
  const { button, isAsking, ask, leave, done } = useAsking();
  const close = useCloseAlarm(done);
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
        {alarm.attempt_id !== null && (
          <SmallButtonLink to="/line?state=all">{say('web.alarm.open_attempt')}</SmallButtonLink>
        )}
        <SmallButton ref={button} aria-label={say('web.alarm.close_of', { what })} onClick={ask}>
          {say('web.alarm.close')}
        </SmallButton>
        <ConfirmDialog
          title={say('web.alarm.close.title')}
          effect={say('web.alarm.close.effect', { what })}
          act={say('web.alarm.close')}
          isOpen={isAsking}
          isBusy={close.isPending}
          onClose={leave}
          onConfirm={() => close.mutate(alarm.id)}
        />
      </div>
    </li>
  );
}

/** What the system could not do by itself: first of all, since nobody may know of something. */
export function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  const say = useWords();
  useMoves(alarms.map((alarm) => alarm.id).join());
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
