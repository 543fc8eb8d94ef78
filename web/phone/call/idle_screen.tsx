import { IconBackspace, IconPhoneFilled } from '@tabler/icons-react';
import { readablePhoneNumber } from '../../src/badges/phone_number';
import { useRef } from 'react';
import type { Line } from '../api/desk';
import { Keypad } from '../keypad/keypad';
import { useSay } from '../words';
import { RoundButton } from './round_button';
import { useLostFocus } from './use_lost_focus';
import classes from './idle_screen.module.css';
import type { Dialled } from './use_dialled';

interface IdleScreenProps {
  line: Line;
  dialled: Dialled;
  press: (key: string) => void;
  dial: () => void;
  lit: string | undefined;
}

/** Before a call: the line's number stands there; another can be typed. */
export function IdleScreen({ line, dialled, press, dial, lit }: IdleScreenProps) {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  useLostFocus(button);
  return (
    <>
      <div className={classes.number}>
        {dialled.keys ? (
          <>
            <output className={classes.typed}>{dialled.keys}</output>
            <span className={classes.what}>{say('phone.idle.other')}</span>
          </>
        ) : (
          <>
            <span className={classes.name}>{say('phone.line')}</span>
            <span className={classes.what}>{readablePhoneNumber(line.number)}</span>
          </>
        )}
      </div>
      <Keypad press={press} lit={lit} />
      <div className={classes.acts}>
        <span />
        <RoundButton
          ref={button}
          data-dial
          look="call"
          icon={IconPhoneFilled}
          word={say('phone.call.dial')}
          onClick={dial}
        />
        {dialled.keys ? (
          <RoundButton
            look="bare"
            icon={IconBackspace}
            word={say('phone.keypad.delete')}
            onClick={dialled.takeBack}
          />
        ) : (
          <span />
        )}
      </div>
    </>
  );
}
