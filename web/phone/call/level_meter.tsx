import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { loudnessOf } from '../sound/pcm';
import type { Microphone } from '../sound/use_microphone';
import { useSay } from '../words';
import classes from './level_meter.module.css';

const count = 44;
const silent: number[] = Array.from({ length: count }, () => 0);

/** How loud it was these two seconds, the newest at the right: shows that one is heard. */
export function LevelMeter({ microphone }: { microphone: Microphone }) {
  const say = useSay();
  const [levels, setLevels] = useState(silent);
  const { listen } = microphone;
  useEffect(
    () => listen((sound) => setLevels((before) => [...before.slice(1), loudnessOf(sound)])),
    [listen],
  );
  return (
    <div className={classes.meter}>
      <VisuallyHidden>
        <meter aria-label={say('phone.recorder.level')} value={levels.at(-1) ?? 0} />
      </VisuallyHidden>
      {levels.map((level, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
        <span key={index} style={{ height: `${8 + level * 92}%` }} aria-hidden />
      ))}
    </div>
  );
}
