import type { Tone } from '../../src/badges/badge';
import type { Exchange } from '../api/desk';

/** "/twilio/voice/incoming?question=1": what is the same in all of them is left out. */
export function pathOf(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return pathname + search;
  } catch {
    return url;
  }
}

/** How an answer is to be taken: well, with a complaint, or not at all. */
export function toneOf({ status, fault, failure }: Exchange): Tone {
  if (failure || status === 0 || status >= 500) return 'call_out';
  if (fault || status >= 400) return 'open';
  return 'good';
}

/** The newest first. */
export function newestFirst(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.toSorted((a, b) => b.number - a.number);
}
