import { expect, test } from 'vitest';
import type { Heard } from '../api/desk';
import { isCutShort, saidSince, voiceFor } from './speech';

const voices = [
  { lang: 'en-GB', localService: true },
  { lang: 'en-US', localService: false },
  { lang: 'es_MX', localService: false },
];

test('the voice of the very region, else one of the language', () => {
  expect(voiceFor(voices, 'en-US')?.lang).toBe('en-US');
  expect(voiceFor(voices, 'en')?.lang).toBe('en-GB');
  expect(voiceFor(voices, 'es-MX')?.lang).toBe('es_MX');
  expect(voiceFor(voices, 'fr-FR')).toBeUndefined();
});

const heard = (who: Heard['who'], kind: Heard['kind'], words = ''): Heard => ({
  who,
  kind,
  words,
  at: '2026-11-23T09:58:00Z',
  milliseconds: 0,
});
const transcript = [
  heard('line', 'say', 'Welcome.'),
  heard('caller', 'keys', '1'),
  heard('line', 'say', 'Thank you.'),
  heard('line', 'beep'),
];

test('only what the line has said since is spoken', () => {
  expect(saidSince(transcript, 1).map(({ words }) => words)).toEqual(['Thank you.']);
});

test('a key, the beep and the end cut the line short', () => {
  expect(isCutShort(transcript, 1)).toBe(true);
  expect(isCutShort(transcript.slice(0, 3), 2)).toBe(false);
  expect(isCutShort(transcript, 3)).toBe(true);
});
