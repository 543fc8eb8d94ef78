export interface Key {
  key: string;
  letters: string;
}

/** As on every telephone: row by row. */
export const keys: readonly Key[] = [
  { key: '1', letters: '' },
  { key: '2', letters: 'ABC' },
  { key: '3', letters: 'DEF' },
  { key: '4', letters: 'GHI' },
  { key: '5', letters: 'JKL' },
  { key: '6', letters: 'MNO' },
  { key: '7', letters: 'PQRS' },
  { key: '8', letters: 'TUV' },
  { key: '9', letters: 'WXYZ' },
  { key: '*', letters: '' },
  { key: '0', letters: '+' },
  { key: '#', letters: '' },
];

export type Stroke = { act: 'key'; key: string } | { act: 'dial' } | { act: 'hang_up' } | undefined;

export interface Pressed {
  key: string;
  hasModifier: boolean;
  isRepeat: boolean;
  /** What has the focus: something that is written into, that Enter presses anyway, or neither. */
  focus: 'field' | 'button' | 'page';
}

/** What a key of the computer's keyboard does to the telephone. Shift is no modifier: it makes * and #. */
export function strokeOf({ key, hasModifier, isRepeat, focus }: Pressed): Stroke {
  if (hasModifier || isRepeat || focus === 'field') return undefined;
  if (/^[0-9*#]$/.test(key)) return { act: 'key', key };
  if (key === 'Enter') return focus === 'page' ? { act: 'dial' } : undefined;
  if (key === 'Escape') return { act: 'hang_up' };
  return undefined;
}

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];

/** The two tones (Hz) of a key. */
export function tonesOf(key: string): [number, number] {
  const index = keys.findIndex((one) => one.key === key);
  return [rows[Math.floor(index / 3)] ?? 697, columns[index % 3] ?? 1209];
}
