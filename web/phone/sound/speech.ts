import type { Heard } from '../api/desk';

/** The voice of this device that speaks a language best: one that works offline, of the very region. */
export function voiceFor<Voice extends { lang: string; localService: boolean }>(
  voices: readonly Voice[],
  language: string,
): Voice | undefined {
  const wanted = language.toLowerCase().replace('_', '-');
  const short = wanted.slice(0, 2);
  const score = (voice: Voice) =>
    (voice.lang.toLowerCase().replace('_', '-') === wanted ? 2 : 0) + (voice.localService ? 1 : 0);
  return voices
    .filter(({ lang }) => lang.toLowerCase().startsWith(short))
    .toSorted((a, b) => score(b) - score(a))[0];
}

/** What the line has said since `from`, for a voice to say. Whoever looks at a call later hears nothing of before. */
export function saidSince(transcript: readonly Heard[], from: number): Heard[] {
  return transcript.slice(from).filter(({ who, kind }) => who === 'line' && kind === 'say');
}

/** Whether something since has cut the line short: a key, a beep, the end. */
export function isCutShort(transcript: readonly Heard[], from: number): boolean {
  return transcript.slice(from).some(({ kind }) => ['keys', 'beep', 'hang_up'].includes(kind));
}
