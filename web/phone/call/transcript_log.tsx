import { VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBellRinging,
  IconMicrophone,
  IconMusic,
  IconPhoneCheck,
  IconPhoneOff,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSay } from '../words';
import { spaced, type Entry } from './transcript';
import classes from './transcript_log.module.css';
import { useLostFocus } from './use_lost_focus';

const glyphs: Record<Extract<Entry, { kind: 'noted' }>['what'], Icon> = {
  play: IconMusic,
  beep: IconBellRinging,
  answer: IconPhoneCheck,
  error: IconAlertTriangle,
};

function Note({ icon: Glyph, children, tone }: { icon: Icon; children: ReactNode; tone?: 'bad' }) {
  return (
    <p className={classes.note} data-tone={tone}>
      <Glyph size={15} stroke={2} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

function Said({ entry }: { entry: Extract<Entry, { kind: 'said' }> }) {
  const say = useSay();
  return (
    <div className={classes.line}>
      <VisuallyHidden>{say('phone.transcript.line')}</VisuallyHidden>
      {entry.sentences.map(({ words, language }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- what was said stays where it is
        <p key={index} lang={language}>
          {words}
        </p>
      ))}
    </div>
  );
}

function Mine({ entry }: { entry: Extract<Entry, { kind: 'pressed' | 'spoke' }> }) {
  const say = useSay();
  const { formatNumber } = useIntl();
  if (entry.kind === 'pressed') {
    return (
      <p className={classes.mine}>
        {say('phone.transcript.pressed')} <strong>{spaced(entry.keys)}</strong>
      </p>
    );
  }
  const seconds = formatNumber(entry.milliseconds / 1000, { maximumFractionDigits: 1 });
  return (
    <p className={classes.mine}>
      <IconMicrophone size={15} stroke={2} aria-hidden />
      {entry.words
        ? say('phone.transcript.said', { words: entry.words })
        : say('phone.transcript.spoke', { seconds })}
    </p>
  );
}

function One({ entry }: { entry: Entry }) {
  const say = useSay();
  switch (entry.kind) {
    case 'said':
      return <Said entry={entry} />;
    case 'pressed':
    case 'spoke':
      return <Mine entry={entry} />;
    case 'hung_up':
      return <Note icon={IconPhoneOff}>{say(`phone.transcript.hung_up.${entry.who}`)}</Note>;
    default:
      return (
        <Note
          icon={glyphs[entry.what]}
          {...(entry.what === 'error' ? { tone: 'bad' as const } : {})}
        >
          {entry.what === 'error'
            ? say('phone.transcript.error', { words: entry.words })
            : say(`phone.transcript.${entry.what}`)}
        </Note>
      );
  }
}

/** Everything that was heard, like a chat; read out as it comes. */
export function Transcript({ entries, isLive }: { entries: readonly Entry[]; isLive: boolean }) {
  const say = useSay();
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLostFocus(log, isLive);
  useEffect(() => {
    const element = log.current;
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight;
  });
  return (
    <div
      ref={log}
      role="log"
      aria-label={say('phone.transcript')}
      className={classes.log}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
    >
      {entries.map((entry, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a transcript only grows at its end
        <One key={index} entry={entry} />
      ))}
    </div>
  );
}
