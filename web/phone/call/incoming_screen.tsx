import { IconPhoneFilled, IconPhoneOff, IconPhoneIncoming } from '@tabler/icons-react';
import { readablePhoneNumber } from '../../src/badges/phone_number';
import type { CallRecord, Line } from '../api/desk';
import { useSay } from '../words';
import { otherEndOf } from './calls';
import classes from './incoming_screen.module.css';
import { RoundButton } from './round_button';
import type { Phone } from './use_phone';

interface IncomingScreenProps {
  line: Line;
  call: CallRecord;
  phone: Phone;
}

/** It rings: the line calls somebody. */
export function IncomingScreen({ line, call, phone }: IncomingScreenProps) {
  const say = useSay();
  const from = otherEndOf(call);
  return (
    <div className={classes.screen} role="alert">
      <div className={classes.who}>
        <span className={classes.avatar} aria-hidden>
          <IconPhoneIncoming size={44} stroke={1.5} />
        </span>
        <span className={classes.name}>
          {from === line.number ? say('phone.line') : readablePhoneNumber(from)}
        </span>
        <span className={classes.what}>{say('phone.incoming.calls_you')}</span>
      </div>
      <div className={classes.acts}>
        <RoundButton
          look="end"
          icon={IconPhoneOff}
          word={say('phone.incoming.decline')}
          isNamed
          onClick={phone.hangUp}
        />
        <RoundButton
          look="call"
          icon={IconPhoneFilled}
          word={say('phone.incoming.answer')}
          isNamed
          onClick={phone.answer}
        />
      </div>
    </div>
  );
}
