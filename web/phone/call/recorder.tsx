import { IconMicrophone, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { speakSample, type Sample } from '../api/desk';
import { useSayRefusal } from '../page/say_refusal';
import type { Microphone } from '../sound/use_microphone';
import { useSay } from '../words';
import { LevelMeter } from './level_meter';
import classes from './recorder.module.css';

interface RecorderProps {
  sid: string;
  samples: readonly Sample[];
  microphone: Microphone;
  pauseVoice: (seconds: number) => void;
}

/** The way in for somebody's own voice, and where it stands. */
function Own({ microphone }: { microphone: Microphone }) {
  const say = useSay();
  if (microphone.state === 'on') return <LevelMeter microphone={microphone} />;
  if (microphone.state === 'off') {
    return (
      <button type="button" className={classes.open} onClick={microphone.open}>
        <IconMicrophone size={18} stroke={2} aria-hidden />
        {say('phone.recorder.speak')}
      </button>
    );
  }
  return (
    <p className={classes.trouble} role={microphone.state === 'asking' ? 'status' : 'alert'}>
      {say(`phone.microphone.${microphone.state}`)}
    </p>
  );
}

/** While the line records: speak, or let a ready-made sentence be spoken. */
export function Recorder({ sid, samples, microphone, pauseVoice }: RecorderProps) {
  const say = useSay();
  const sayRefusal = useSayRefusal();
  const [spoken, setSpoken] = useState<string>();
  const speak = (sample: Sample) => {
    setSpoken(sample.name);
    pauseVoice(sample.seconds);
    speakSample(sid, sample.name).catch(sayRefusal);
  };
  return (
    <fieldset className={classes.recorder} aria-label={say('phone.recorder')}>
      <Own microphone={microphone} />
      {samples.length > 0 && (
        <ul className={classes.samples} aria-label={say('phone.recorder.samples')}>
          {samples.map((sample) => (
            <li key={sample.name}>
              <button
                type="button"
                className={classes.sample}
                lang={sample.language}
                data-spoken={sample.name === spoken || undefined}
                onClick={() => speak(sample)}
              >
                <IconPlayerPlayFilled size={13} aria-hidden />
                <span>{sample.words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
