import { Text } from '@mantine/core';
import {
  IconMicrophoneOff,
  IconTrash,
  IconHourglass,
  IconAlertTriangle,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';
import { Player } from './player';
import classes from './words.module.css';

type Recording = Schemas['Recording'];

const unheard: Record<Exclude<Recording['state'], 'ready'>, { icon: Icon; words: WordId }> = {
  coming: { icon: IconHourglass, words: 'web.recording.coming' },
  absent: { icon: IconMicrophoneOff, words: 'web.recording.absent' },
  failed: { icon: IconAlertTriangle, words: 'web.recording.failed' },
  deleted: { icon: IconTrash, words: 'web.recording.deleted' },
};

/** What a machine has written down of it; the recording counts. */
function Transcript({ transcript }: { transcript: Recording['transcript'] }) {
  const say = useWords();
  if (!transcript) {
    return (
      <Text size="sm" c="dimmed">
        {say('web.transcript.none')}
      </Text>
    );
  }
  const { text, confidence_percent: percent } = transcript;
  return (
    <figure className={classes.said}>
      <blockquote dir="auto">{text}</blockquote>
      <figcaption>
        {percent === null
          ? say('web.transcript.by_machine')
          : say('web.transcript.confidence', { percent })}
      </figcaption>
    </figure>
  );
}

/** A recording in whatever state it is. */
export function Spoken({ recording, name }: { recording: Recording; name: string }) {
  const say = useWords();
  if (recording.state === 'ready') {
    return (
      <>
        <Player recording={recording} name={name} />
        <Transcript transcript={recording.transcript} />
      </>
    );
  }
  const { icon: Glyph, words } = unheard[recording.state];
  return (
    <output className={classes.state}>
      <Glyph size={20} stroke={1.75} aria-hidden />
      {say(words)}
    </output>
  );
}
