import { useMemo, type KeyboardEvent } from 'react';
import { useWords } from '../words/words';
import { afterKey, soundClock } from './sound_clock';
import type { Sound } from './use_sound';
import { flat, waveHeight, wavePath } from './waveform';
import classes from './wave_slider.module.css';

function Lines({ path, className }: { path: string; className: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox={`0 0 100 ${waveHeight}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={path} />
    </svg>
  );
}

/** What has been heard is coloured. */
function Wave({ levels, percent }: { levels: readonly number[] | null; percent: number }) {
  const path = useMemo(() => wavePath(levels ?? flat), [levels]);
  return (
    <>
      <Lines path={path} className={classes.all} />
      <div className={classes.heard} style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
        <Lines path={path} className={classes.played} />
      </div>
      <div className={classes.head} style={{ left: `${percent}%` }} />
    </>
  );
}

/**
 * The picture of a recording; a press or a key goes elsewhere in it. Over the picture lies a real slider, unseen,
 * because fingers and screen readers know how to move one.
 */
export function WaveSlider({ sound, levels }: { sound: Sound; levels: readonly number[] | null }) {
  const say = useWords();
  const { at, duration } = sound;
  const percent = duration > 0 ? Math.min(100, (at / duration) * 100) : 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = afterKey(event.key, at, duration);
    if (event.key === ' ') sound.toggle();
    else if (to !== undefined) sound.seek(to);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.slider}>
      <Wave levels={levels} percent={percent} />
      <input
        type="range"
        className={classes.range}
        aria-label={say('web.player.position')}
        aria-valuetext={say('web.player.at', { at: soundClock(at), of: soundClock(duration) })}
        min={0}
        max={duration}
        step="any"
        value={at}
        onChange={(event) => sound.seek(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
