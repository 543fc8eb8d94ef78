import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { Panel } from '../list/panel';
import { ConfirmButton } from '../session/confirm';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import { Spoken } from './spoken';
import classes from './words.module.css';

function Said({ text, note }: { text: string; note: string | undefined }) {
  return (
    <figure className={classes.said}>
      <blockquote dir="auto">{text}</blockquote>
      {note && <figcaption>{note}</figcaption>}
    </figure>
  );
}

function Withheld({ why }: { why: 'confirm' | 'not_yours' }) {
  const say = useWords();
  return (
    <div className={classes.withheld}>
      <IconLock size={20} stroke={1.75} aria-hidden />
      <p>{say(`web.words.withheld.${why}`)}</p>
      {why === 'confirm' && <ConfirmButton />}
    </div>
  );
}

/** The text as it was sent, what came later, and what was spoken. */
function CallOutWords({ callOut, reason }: { callOut: Schemas['CallOut']; reason: string | null }) {
  const say = useWords();
  const times = useTimes();
  const { recordings, more_messages: later } = callOut;
  const text = callOut.message ?? reason;
  const sent = callOut.message
    ? say('web.words.sent', { time: times.moment(callOut.received_at) })
    : undefined;
  const heard: ReactNode[] = recordings.map((recording, index) => (
    <Spoken
      key={recording.id}
      recording={recording}
      name={say('web.recording.name', { number: index + 1, count: recordings.length })}
    />
  ));
  return (
    <>
      {text && <Said text={text} note={sent} />}
      {heard}
      {later.map(
        ({ at, message }) =>
          message && (
            <Said
              key={`${at} ${message}`}
              text={message}
              note={say('web.words.later', { time: times.moment(at) })}
            />
          ),
      )}
      {!text && recordings.length === 0 && later.length === 0 && (
        <Text c="dimmed">{say('web.words.none')}</Text>
      )}
    </>
  );
}

interface WordsPanelProps {
  withheld: Schemas['Withheld'];
  reason: string | null;
  callOut: Schemas['CallOut'] | null;
}

/** Why somebody is out, in their own words, as far as the reader may know. */
export function WordsPanel({ withheld, reason, callOut }: WordsPanelProps) {
  const say = useWords();
  const isWithheld = withheld !== 'nothing';
  return (
    <Panel id="words" title={say(callOut ? 'web.words.title' : 'web.words.reason')}>
      <div className={classes.words}>
        {isWithheld && <Withheld why={withheld} />}
        {!isWithheld && callOut && <CallOutWords callOut={callOut} reason={reason} />}
        {!isWithheld &&
          !callOut &&
          (reason ? (
            <Said text={reason} note={undefined} />
          ) : (
            <Text c="dimmed">{say('web.words.none')}</Text>
          ))}
      </div>
    </Panel>
  );
}
