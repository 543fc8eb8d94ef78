import { useMemo, useState } from 'react';
import { asNumber } from '../caller/callers';

export interface Dialled {
  /** As it was typed. */
  keys: string;
  /** What will be called; nothing: the line. */
  number: string | undefined;
  add: (key: string) => void;
  takeBack: () => void;
}

/** What was typed on the keypad before a call. */
export function useDialled(): Dialled {
  const [keys, setKeys] = useState('');
  return useMemo(
    () => ({
      keys,
      number: keys ? asNumber(keys) : undefined,
      add: (key) => setKeys((before) => (before + key).slice(0, 18)),
      takeBack: () => setKeys((before) => before.slice(0, -1)),
    }),
    [keys],
  );
}
