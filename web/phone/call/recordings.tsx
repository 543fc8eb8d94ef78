import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { soundClock } from '../../src/request/sound_clock';
import { useSound } from '../../src/request/use_sound';
import { deskAddress, type Call } from '../api/desk';
import { useSay } from '../words';
import classes from './recordings.module.css';

type Recording = Call['recordings'][number];

function One({ recording }: { recording: Recording }) {
  const say = useSay();
  const { audio, sound, events } = useSound(recording.seconds);
  const Glyph = sound.isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  const at = sound.isPlaying || sound.at > 0 ? sound.at : sound.duration;
  return (
    <li className={classes.recording}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- whoever hears it has just said it */}
      <audio
        ref={audio}
        src={deskAddress(`/api/recordings/${recording.sid}/audio`)}
        preload="none"
        {...events}
      />
      <button type="button" className={classes.play} onClick={sound.toggle}>
        <Glyph size={18} aria-hidden />
        {say(sound.isPlaying ? 'phone.recording.pause' : 'phone.recording.play')}
      </button>
      <span className={classes.time}>
        {sound.hasFailed ? say('phone.recording.failed') : soundClock(at)}
      </span>
    </li>
  );
}

/** What the provider has recorded in a call that is over. */
export function Recordings({ recordings }: { recordings: readonly Recording[] }) {
  const say = useSay();
  const heard = recordings.filter(({ status }) => status === 'completed');
  if (heard.length === 0) return null;
  return (
    <ul className={classes.recordings} aria-label={say('phone.recordings')}>
      {heard.map((recording) => (
        <One key={recording.sid} recording={recording} />
      ))}
    </ul>
  );
}
