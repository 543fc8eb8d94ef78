import { IconAsterisk, IconHash } from '@tabler/icons-react';
import { useSay } from '../words';
import classes from './keypad.module.css';
import { keys } from './keys';

const glyphs = { '*': IconAsterisk, '#': IconHash } as const;

function Face({ name, letters }: { name: string; letters: string }) {
  const Glyph = name === '*' || name === '#' ? glyphs[name] : undefined;
  if (Glyph) return <Glyph size={26} stroke={1.9} aria-hidden />;
  return (
    <>
      <span className={classes.digit}>{name}</span>{' '}
      <span className={classes.letters}>{letters || '\u00a0'}</span>
    </>
  );
}

interface KeypadProps {
  press: (key: string) => void;
  /** The key that the computer's keyboard holds down just now. */
  lit: string | undefined;
}

/** Twelve keys, as on every telephone. */
export function Keypad({ press, lit }: KeypadProps) {
  const say = useSay();
  const names: Record<string, string> = {
    '*': say('phone.keypad.star'),
    '#': say('phone.keypad.pound'),
  };
  return (
    <fieldset aria-label={say('phone.keypad')} className={classes.keypad}>
      {keys.map(({ key, letters }) => (
        <button
          key={key}
          type="button"
          className={classes.key}
          data-lit={lit === key || undefined}
          aria-label={names[key]}
          onClick={() => press(key)}
        >
          <Face name={key} letters={letters} />
        </button>
      ))}
    </fieldset>
  );
}
