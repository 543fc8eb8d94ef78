import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './bar_button.module.css';

interface LookProps {
  icon: Icon;
  word: string;
}

function Look({ icon: Glyph, word }: LookProps) {
  return (
    <>
      <Glyph size={19} stroke={1.75} aria-hidden />
      <span className={classes.word}>{word}</span>
    </>
  );
}

/** A tool of the head: an icon, and its word where there is room. What opens a menu adds a class of its own. */
export function BarButton({ icon, word, ...rest }: ComponentProps<'button'> & LookProps) {
  return (
    <button type="button" aria-label={word} title={word} {...rest} className={classes.button}>
      <Look icon={icon} word={word} />
    </button>
  );
}

/** Leads to another page, which opens beside this one. */
export function BarLink({ icon, word, ...rest }: ComponentProps<'a'> & LookProps) {
  return (
    <a
      className={classes.button}
      aria-label={word}
      title={word}
      target="_blank"
      rel="noreferrer"
      {...rest}
    >
      <Look icon={icon} word={word} />
    </a>
  );
}
