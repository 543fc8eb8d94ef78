import type { WordsBelow } from '../src/words/languages';
import { useWords } from '../src/words/words';

export type PhoneWordId = WordsBelow<'phone'>;

/** `say('phone.call.dial')` */
export function useSay() {
  return useWords<PhoneWordId>();
}
