import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Schemas } from '../api/client';
import { useWords } from '../words/words';
import classes from './player.module.css';
import { soundClock } from './sound_clock';
import { useSound, type Sound } from './use_sound';
import { WaveSlider } from './wave_slider';

const speeds = [0.75, 1, 1.5, 2];

function SpeedChoice({ sound, name }: { sound: Sound; name: string }) {
  const say = useWords();
  const { formatNumber } = useIntl();
  return (
    <SegmentedControl
      aria-label={say('web.player.speed')}
      name={name}
      size="xs"
      withItemsBorders={false}
      classNames={{ root: classes.speeds ?? '', label: classes.speed ?? '' }}
      data={speeds.map((speed) => ({ value: String(speed), label: `${formatNumber(speed)}×` }))}
      value={String(sound.speed)}
      onChange={(speed) => sound.setSpeed(Number(speed))}
    />
  );
}

/** Plays one recording. Nothing of it is fetched before somebody wants to hear it. */
export function Player({ recording, name }: { recording: Schemas['Recording']; name: string }) {
  const say = useWords();
  const queries = useQueryClient();
  const { audio, sound, events } = useSound(recording.duration);
  const onError = () => {
    events.onError();
    // It may be that the password is needed by now, or that it was deleted: the page says which.
    void queries.invalidateQueries({ queryKey: ['request'] });
    void queries.invalidateQueries({ queryKey: ['call-out'] });
  };
  return (
    <fieldset aria-label={name} className={classes.player}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what was said stands beneath as text */}
      <audio
        ref={audio}
        src={`/api/v1/recordings/${recording.id}`}
        preload="none"
        {...events}
        onError={onError}
      />
      <div className={classes.row}>
        <ActionIcon
          size={48}
          radius="xl"
          aria-label={say(sound.isPlaying ? 'web.player.pause' : 'web.player.play')}
          onClick={sound.toggle}
        >
          {sound.isPlaying ? (
            <IconPlayerPauseFilled size={22} aria-hidden />
          ) : (
            <IconPlayerPlayFilled size={22} aria-hidden />
          )}
        </ActionIcon>
        <WaveSlider sound={sound} levels={recording.waveform} />
      </div>
      <div className={classes.row}>
        <span className={classes.time} aria-hidden>
          {soundClock(sound.at)} / {soundClock(sound.duration)}
        </span>
        <SpeedChoice sound={sound} name={`speed-${recording.id}`} />
      </div>
      <div role="alert" className={classes.failed}>
        {sound.hasFailed && say('web.player.failed')}
      </div>
    </fieldset>
  );
}
