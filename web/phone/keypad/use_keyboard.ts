import { useEffect, useRef, useState } from 'react';
import { strokeOf, type Pressed } from './keys';

/** Where digits are for what has the focus. */
const fields =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], dialog, [role="menu"]';

function focusOf(target: EventTarget | null): Pressed['focus'] {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest(fields)) {
    return 'field';
  }
  return target.closest('a, button, summary, input') ? 'button' : 'page';
}

interface Acts {
  press: (key: string) => void;
  dial: () => void;
  hangUp: () => void;
}

/** The computer's keyboard works the telephone while `isOn`. What comes back is the key to light up. */
export function useKeyboard(acts: Acts, isOn: boolean): string | undefined {
  const [lit, setLit] = useState<string>();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const stroke = strokeOf({
        key: event.key,
        hasModifier: event.ctrlKey || event.metaKey || event.altKey,
        isRepeat: event.repeat,
        focus: focusOf(event.target),
      });
      if (!stroke || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (stroke.act === 'dial') latest.current.dial();
      else if (stroke.act === 'hang_up') latest.current.hangUp();
      else {
        latest.current.press(stroke.key);
        setLit(stroke.key);
      }
    };
    const onKeyUp = () => setLit(undefined);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
    };
  }, [isOn]);
  return lit;
}
