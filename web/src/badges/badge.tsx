import { VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './badge.module.css';

/** What a badge means, never how it looks: red is kept for call-outs. */
export type Tone = 'call_out' | 'good' | 'open' | 'waiting' | 'quiet' | 'plain';

interface BadgeProps {
  tone: Tone;
  icon: Icon;
  word: string;
  /** More than the word says: shown under the pointer, read out behind the word. */
  explanation?: string;
}

/** Colour, icon and word together, so that none of them has to be seen. */
export function Badge({ tone, icon: Glyph, word, explanation }: BadgeProps) {
  return (
    <span className={`${classes.badge} ${classes[tone]}`} title={explanation}>
      <Glyph size={14} stroke={2.25} aria-hidden />
      {word}
      {explanation && <VisuallyHidden>: {explanation}</VisuallyHidden>}
    </span>
  );
}
