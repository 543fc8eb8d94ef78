import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './round_button.module.css';

interface RoundButtonProps {
  /** What it does, never its colour alone: its word is its name. */
  look: 'call' | 'end' | 'control' | 'bare';
  icon: Icon;
  word: string;
  /** The word stands beneath. */
  isNamed?: boolean;
}

/** One of a telephone's large keys beside its digits. */
export function RoundButton({
  look,
  icon: Glyph,
  word,
  isNamed = false,
  ...rest
}: ComponentProps<'button'> & RoundButtonProps) {
  return (
    <span className={classes.place}>
      <button
        type="button"
        className={`${classes.button} ${classes[look]}`}
        aria-label={word}
        title={word}
        {...rest}
      >
        <Glyph size={look === 'control' || look === 'bare' ? 25 : 32} stroke={1.75} aria-hidden />
      </button>
      {isNamed && (
        <span className={classes.word} aria-hidden>
          {word}
        </span>
      )}
    </span>
  );
}
