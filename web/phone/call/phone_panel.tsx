import { useEffect, useRef } from 'react';
import type { Line } from '../api/desk';
import type { Caller } from '../caller/callers';
import { useKeyboard } from '../keypad/use_keyboard';
import { useMicrophone } from '../sound/use_microphone';
import { useSpeaker } from '../sound/use_speaker';
import { soundKey } from '../sound/tones';
import { useVoice } from '../sound/use_voice';
import { CallScreen } from './call_screen';
import { IdleScreen } from './idle_screen';
import { IncomingScreen } from './incoming_screen';
import classes from './phone_panel.module.css';
import { useDialled } from './use_dialled';
import { usePhone } from './use_phone';

interface PhonePanelProps {
  line: Line;
  caller: Caller;
  isAloud: boolean;
  setAloud: (isAloud: boolean) => void;
  hasKeys: boolean;
}

/** The telephone in somebody's hand. */
export function PhonePanel({ line, caller, isAloud, setAloud, hasKeys }: PhonePanelProps) {
  const finishVoice = useRef(() => Promise.resolve());
  const phone = usePhone(caller, finishVoice);
  const microphone = useMicrophone();
  const voice = useVoice(phone.call, phone.time, microphone);
  useEffect(() => {
    finishVoice.current = voice.finish;
  }, [voice.finish]);
  useSpeaker(phone.call, isAloud);
  const dialled = useDialled();

  const dial = () => {
    if (phone.isLive || phone.isDialling) return;
    microphone.openIfAllowed();
    phone.dial(dialled.number);
  };
  const press = (key: string) => {
    if (isAloud) soundKey(key);
    if (phone.isLive) phone.press(key);
    else if (!phone.call) dialled.add(key);
  };
  const lit = useKeyboard(
    {
      press,
      dial: phone.incoming ? phone.answer : dial,
      hangUp: phone.call && !phone.isLive ? phone.putAway : phone.hangUp,
    },
    hasKeys,
  );

  const screen = () => {
    if (phone.incoming) {
      return <IncomingScreen line={line} call={phone.incoming} phone={phone} />;
    }
    if (phone.call) {
      return (
        <CallScreen
          line={line}
          call={phone.call}
          phone={phone}
          microphone={microphone}
          pauseVoice={voice.pause}
          isAloud={isAloud}
          setAloud={setAloud}
          press={press}
          redial={dial}
          lit={lit}
        />
      );
    }
    return <IdleScreen line={line} dialled={dialled} press={press} dial={dial} lit={lit} />;
  };
  return (
    <div className={classes.room}>
      <div
        className={classes.telephone}
        data-call={phone.call || phone.incoming ? true : undefined}
      >
        {screen()}
      </div>
    </div>
  );
}
