import { expect, test } from 'vitest';
import type { Heard } from '../api/desk';
import { entriesOf, masked, spaced, withoutPins, type Entry } from './transcript';

const at = '2026-11-23T09:58:00.000Z';
const heard = (who: Heard['who'], kind: Heard['kind'], words = '', milliseconds = 0): Heard => ({
  who,
  kind,
  words,
  at,
  milliseconds,
});
const says = (words: string) => heard('line', 'say', words);
const presses = (keys: string) => heard('caller', 'keys', keys);

test('what the line says in a row is one bubble, a sentence a paragraph', () => {
  expect(entriesOf([says('Welcome.'), says('Hello Ana.')])).toEqual([
    {
      kind: 'said',
      at,
      sentences: [
        { words: 'Welcome.', language: undefined },
        { words: 'Hello Ana.', language: undefined },
      ],
    },
  ]);
});

test('keys that follow each other are one entry, however many requests brought them', () => {
  const entries = entriesOf([presses('1'), presses('2 3'), says('Again.'), presses('4')]);
  expect(entries.map((entry) => (entry.kind === 'pressed' ? entry.keys : entry.kind))).toEqual([
    '123',
    'said',
    '4',
  ]);
});

test('pieces of a voice are one, ready-made sentences stay apart', () => {
  const entries = entriesOf([
    heard('caller', 'voice', '', 200),
    heard('caller', 'voice', '', 200),
    heard('caller', 'voice', 'I have a fever.', 1800),
  ]);
  expect(entries).toEqual([
    { kind: 'spoke', at, milliseconds: 400, words: '' },
    { kind: 'spoke', at, milliseconds: 1800, words: 'I have a fever.' },
  ]);
});

test('who hung up is told, and what the provider complains of', () => {
  expect(entriesOf([heard('provider', 'error', '12100'), heard('caller', 'hang_up')])).toEqual([
    { kind: 'noted', at, what: 'error', words: '12100' },
    { kind: 'hung_up', at, who: 'caller' },
  ]);
});

const keysOf = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => (entry.kind === 'pressed' ? [entry.keys] : []));
const nobody = new Set<string>();

test('a PIN is masked once it is entered, not while it is', () => {
  const entries = entriesOf([says('Please enter your 4-digit PIN.'), presses('1234')]);
  expect(keysOf(withoutPins(entries, nobody, true))).toEqual(['1234']);
  expect(keysOf(withoutPins(entries, nobody, false))).toEqual(['••••']);
});

test('every try is masked, also after words that do not name the PIN', () => {
  const entries = entriesOf([
    says('Marque su PIN de 4 dígitos.'),
    presses('9999'),
    says('Sorry, that did not match. Please try again.'),
    presses('8888#'),
  ]);
  expect(keysOf(withoutPins(entries, nobody, false))).toEqual(['••••', '••••#']);
});

test('the choice of a menu and a number that the line asks for stay readable', () => {
  const entries = entriesOf([
    says('Enter your PIN, or press star.'),
    presses('*'),
    says('Please enter a phone number where we can reach you.'),
    presses('5550100'),
    says('For English, press 9.'),
    presses('9'),
  ]);
  expect(keysOf(withoutPins(entries, nobody, false))).toEqual(['*', '5550100', '9']);
});

test('a known PIN is masked wherever it stands', () => {
  const entries = entriesOf([says('Please enter your employee number.'), presses('4821')]);
  expect(keysOf(withoutPins(entries, new Set(['4821']), false))).toEqual(['••••']);
});

test('keys are read one by one', () => {
  expect(spaced('12#')).toBe('1 2 #');
  expect(masked('12*#')).toBe('••*#');
});
