import { useMemo } from 'react';
import { soundClock } from '../../src/request/sound_clock';
import type { Call, Line } from '../api/desk';
import { Keypad } from '../keypad/keypad';
import type { Microphone } from '../sound/use_microphone';
import { useSay } from '../words';
import { CallControls } from './call_controls';
import classes from './call_screen.module.css';
import { otherEndOf, secondsTalked } from './calls';
import { doingWords } from './doing_words';
import { Recorder } from './recorder';
import { Recordings } from './recordings';
import { Transcript } from './transcript_log';
import { entriesOf, withoutPins } from './transcript';
import { useNow } from './use_now';
import type { Phone } from './use_phone';
import { readablePhoneNumber } from '../../src/badges/phone_number';

interface CallScreenProps {
  line: Line;
  call: Call;
  phone: Phone;
  microphone: Microphone;
  pauseVoice: (seconds: number) => void;
  isAloud: boolean;
  setAloud: (isAloud: boolean) => void;
  press: (key: string) => void;
  redial: () => void;
  lit: string | undefined;
}

/** What is going on in the call, second by second. */
function State({ call, phone }: { call: Call; phone: Phone }) {
  const say = useSay();
  const now = useNow(call.now, phone.time, phone.isLive);
  return (
    <p className={classes.state} data-recording={call.doing.kind === 'recording' || undefined}>
      {call.answered && (
        <span className={classes.timer} role="timer" aria-label={say('phone.call.duration')}>
          {soundClock(secondsTalked(call, now))}
        </span>
      )}
      <span>{doingWords(call, now, say)}</span>
    </p>
  );
}

/** A call, from its first ring until it is put away. */
export function CallScreen({ line, call, phone, microphone, ...rest }: CallScreenProps) {
  const say = useSay();
  const known = useMemo(
    () => new Set(line.telephones.flatMap(({ pin }) => (pin ? [pin] : []))),
    [line.telephones],
  );
  const isEntering = call.doing.kind === 'gathering';
  const entries = useMemo(
    () => withoutPins(entriesOf(call.transcript), known, isEntering),
    [call.transcript, known, isEntering],
  );
  const number = otherEndOf(call);
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.name}>
          {number === line.number ? say('phone.line') : readablePhoneNumber(number)}
        </h2>
        <State call={call} phone={phone} />
      </div>
      <Transcript entries={entries} isLive={phone.isLive} />
      {call.doing.kind === 'recording' && (
        <Recorder
          sid={call.sid}
          samples={line.samples}
          microphone={microphone}
          pauseVoice={rest.pauseVoice}
        />
      )}
      {phone.isLive ? (
        <Keypad press={rest.press} lit={rest.lit} />
      ) : (
        <Recordings recordings={call.recordings} />
      )}
      <CallControls
        phone={phone}
        microphone={microphone}
        isAloud={rest.isAloud}
        setAloud={rest.setAloud}
        redial={rest.redial}
      />
    </>
  );
}
