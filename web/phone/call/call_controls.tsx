import {
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneFilled,
  IconPhoneOff,
  IconVolume,
  IconVolumeOff,
  IconX,
} from '@tabler/icons-react';
import type { Microphone } from '../sound/use_microphone';
import { useSay } from '../words';
import classes from './call_controls.module.css';
import { RoundButton } from './round_button';
import type { Phone } from './use_phone';

interface CallControlsProps {
  phone: Phone;
  microphone: Microphone;
  isAloud: boolean;
  setAloud: (isAloud: boolean) => void;
  redial: () => void;
}

/** Beneath the keys: the microphone, hanging up, the loudspeaker; after the call, another one. */
export function CallControls({ phone, microphone, isAloud, setAloud, redial }: CallControlsProps) {
  const say = useSay();
  const isOn = microphone.state === 'on';
  if (!phone.isLive) {
    return (
      <div className={classes.after}>
        <RoundButton
          look="control"
          icon={IconX}
          word={say('phone.call.put_away')}
          isNamed
          onClick={phone.putAway}
        />
        <RoundButton
          look="call"
          icon={IconPhoneFilled}
          word={say('phone.call.again')}
          isNamed
          onClick={redial}
        />
      </div>
    );
  }
  return (
    <div className={classes.controls}>
      <RoundButton
        look="control"
        icon={isOn ? IconMicrophone : IconMicrophoneOff}
        word={say('phone.microphone')}
        aria-pressed={isOn}
        onClick={isOn ? microphone.close : microphone.open}
      />
      <RoundButton
        look="end"
        icon={IconPhoneOff}
        word={say('phone.call.hang_up')}
        onClick={phone.hangUp}
      />
      <RoundButton
        look="control"
        icon={isAloud ? IconVolume : IconVolumeOff}
        word={say('phone.aloud')}
        aria-pressed={isAloud}
        onClick={() => setAloud(!isAloud)}
      />
    </div>
  );
}
