import type { Line, Telephone } from '../api/desk';

/** Whose telephone somebody holds. */
export type Origin = 'own' | 'flagged' | 'unknown' | 'foreign' | 'withheld' | 'typed';
export const origins: readonly Origin[] = [
  'own',
  'flagged',
  'unknown',
  'foreign',
  'withheld',
  'typed',
];

export interface Choice {
  /** Whose telephone, by `idOf`. */
  person: string;
  origin: Origin;
  /** The number of origin "typed". */
  typed: string;
}

export interface Caller {
  person: Telephone | undefined;
  origin: Origin;
  /** What the line sees. */
  number: string;
  /** What the carrier says of it; empty: nothing. */
  attestation: string;
}

const withheld = 'anonymous';
const foreign = '+442079460123';

/** A number of nobody on file. */
export function unknownNumber(line: Pick<Line, 'telephones'>): string {
  const taken = new Set(line.telephones.map(({ number }) => number));
  for (let last = 199; last >= 100; last -= 1) {
    const number = `+15550100${last}`;
    if (!taken.has(number)) return number;
  }
  return '+15550109999';
}

/** "(555) 010-0123" → "+15550100123"; what is no number stays. */
export function asNumber(typed: string): string {
  const plain = typed.replaceAll(/[\s().-]/g, '');
  if (/^\d{10}$/.test(plain)) return `+1${plain}`;
  if (/^1\d{10}$/.test(plain)) return `+${plain}`;
  return plain;
}

/** Whether it can be dialled from: E.164, a short code, or a word of a carrier. */
export function isNumber(number: string): boolean {
  return /^(\+[1-9]\d{6,14}|\d{3,8}|[A-Za-z]{3,20})$/.test(number);
}

/** A number may be that of several people: they share it. */
export function idOf({ number, name }: Telephone): string {
  return `${number} ${name}`;
}

/** Of those who share a number, the first. */
export function telephoneWith(
  line: Pick<Line, 'telephones'>,
  number: string,
): Telephone | undefined {
  return line.telephones.find((telephone) => telephone.number === number);
}

export function callerOf(line: Line, { person, origin, typed }: Choice): Caller {
  const telephone = line.telephones.find((one) => idOf(one) === person) ?? line.telephones[0];
  const own = telephone?.number ?? unknownNumber(line);
  const vouched = 'TN-Validation-Passed-A';
  const [number, attestation] = {
    own: [own, vouched],
    flagged: [own, 'TN-Validation-Failed-C'],
    unknown: [unknownNumber(line), vouched],
    foreign: [foreign, ''],
    withheld: [withheld, ''],
    typed: [asNumber(typed) || unknownNumber(line), vouched],
  }[origin] as [string, string];
  return { person: telephone, origin, number, attestation };
}

/** Whether it is a number that texts can be sent from and to. */
export function canText(caller: Caller): boolean {
  return /^\+?\d+$/.test(caller.number);
}

function folded(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Those of whom every word of the search is said somewhere: the name, the position, the number. */
export function found(telephones: readonly Telephone[], search: string): Telephone[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  return telephones.filter(({ name, note, number, employee_number: employee }) => {
    const words = folded(`${name} ${note ?? ''} ${number} ${employee ?? ''}`);
    return wanted.every((word) => words.includes(word));
  });
}

/** Of everybody who shares it. */
export function nameOfNumber(line: Pick<Line, 'telephones'>, number: string): string | undefined {
  const names = line.telephones.filter((one) => one.number === number).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : undefined;
}

/** "AR" */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}
