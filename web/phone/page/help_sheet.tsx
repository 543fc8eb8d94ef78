import { Kbd, Switch } from '@mantine/core';
import { Sheet } from '../../src/list/sheet';
import { voiceFor } from '../sound/speech';
import { useVoices } from '../sound/use_speaker';
import { useSay, type PhoneWordId } from '../words';
import classes from './help_sheet.module.css';

const rows: readonly { keys: readonly string[]; what: PhoneWordId }[] = [
  { keys: ['0', '…', '9', '*', '#'], what: 'phone.help.keys' },
  { keys: ['Enter'], what: 'phone.help.enter' },
  { keys: ['Esc'], what: 'phone.help.escape' },
];

interface HelpSheetProps {
  hasKeys: boolean;
  setKeys: (has: boolean) => void;
  close: () => void;
}

/** What the computer's keyboard does here, and how to stop it from doing so. */
export function HelpSheet({ hasKeys, setKeys, close }: HelpSheetProps) {
  const say = useSay();
  const isMute = voiceFor(useVoices(), 'en') === undefined;
  return (
    <Sheet title={say('phone.help.title')} close={close}>
      <dl className={classes.rows}>
        {rows.map(({ keys, what }) => (
          <div key={what}>
            <dt>{keys.map((key) => (key === '…' ? key : <Kbd key={key}>{key}</Kbd>))}</dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.more}>{say('phone.help.fields')}</p>
      {isMute && <p className={classes.more}>{say('phone.help.voice.none')}</p>}
      <Switch
        checked={hasKeys}
        onChange={({ currentTarget }) => setKeys(currentTarget.checked)}
        label={say('phone.help.switch')}
      />
    </Sheet>
  );
}
