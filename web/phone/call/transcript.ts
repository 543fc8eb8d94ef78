import type { Heard } from '../api/desk';

export interface Sentence {
  words: string;
  /** The line speaks several, one after the other. */
  language: string | undefined;
}

export type Entry =
  | { kind: 'said'; at: string; sentences: Sentence[] }
  | { kind: 'pressed'; at: string; keys: string }
  | { kind: 'spoke'; at: string; milliseconds: number; words: string }
  | { kind: 'noted'; at: string; what: 'play' | 'beep' | 'answer' | 'error'; words: string }
  | { kind: 'hung_up'; at: string; who: Heard['who'] };

/** Said or asked for a PIN; the word is the same in both languages. */
const namesPin = (words: string) => /\bPIN\b/i.test(words);
const namesNumber = (words: string) => /\b(number|número)\b/i.test(words);

function entryOf(heard: Heard): Entry {
  const { at, words } = heard;
  switch (heard.kind) {
    case 'say':
      return { kind: 'said', at, sentences: [{ words, language: heard.language }] };
    case 'keys':
      return { kind: 'pressed', at, keys: words.replaceAll(/[^0-9*#]/g, '') };
    case 'voice':
      return { kind: 'spoke', at, milliseconds: heard.milliseconds, words };
    case 'hang_up':
      return { kind: 'hung_up', at, who: heard.who };
    default:
      return { kind: 'noted', at, what: heard.kind, words };
  }
}

/** Takes `next` into `last` where both are one utterance; sound comes in many pieces. */
function joined(last: Entry | undefined, next: Entry): Entry | undefined {
  if (last?.kind === 'said' && next.kind === 'said') {
    return { ...last, sentences: [...last.sentences, ...next.sentences] };
  }
  if (last?.kind === 'pressed' && next.kind === 'pressed') {
    return { ...last, keys: last.keys + next.keys };
  }
  if (last?.kind === 'spoke' && next.kind === 'spoke' && !last.words && !next.words) {
    return { ...last, milliseconds: last.milliseconds + next.milliseconds };
  }
  return undefined;
}

/** What was heard in a call, an entry an utterance. */
export function entriesOf(transcript: readonly Heard[]): Entry[] {
  const entries: Entry[] = [];
  for (const heard of transcript) {
    const next = entryOf(heard);
    const both = joined(entries.at(-1), next);
    if (both) entries[entries.length - 1] = both;
    else entries.push(next);
  }
  return entries;
}

/** Digits as dots; star and pound, which are no part of a PIN, stay. */
export function masked(keys: string): string {
  return keys.replaceAll(/\d/g, '•');
}

/** "1 2 3 4": read out key by key, too. */
export function spaced(keys: string): string {
  return [...keys].join(' ');
}

/**
 * The entries with every PIN masked, except one that is being entered: the last, while `isEntering`. A PIN is what
 * equals a known one, or four to eight digits after the line has asked for it, and not for another number since.
 */
export function withoutPins(
  entries: readonly Entry[],
  known: ReadonlySet<string>,
  isEntering: boolean,
): Entry[] {
  let isAsked = false;
  return entries.map((entry, index) => {
    if (entry.kind === 'said') {
      const words = entry.sentences.map((sentence) => sentence.words).join(' ');
      if (namesPin(words)) isAsked = true;
      else if (namesNumber(words)) isAsked = false;
    }
    if (entry.kind !== 'pressed') return entry;
    if (isEntering && index === entries.length - 1) return entry;
    const digits = entry.keys.replaceAll(/\D/g, '');
    const isPin = known.has(digits) || (isAsked && digits.length >= 4 && digits.length <= 8);
    return isPin ? { ...entry, keys: masked(entry.keys) } : entry;
  });
}
