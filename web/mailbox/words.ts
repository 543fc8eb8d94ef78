import type { WordsBelow } from '../src/words/languages';
import { useWords } from '../src/words/words';

export type MailboxWordId = WordsBelow<'mailbox'>;

/** `say('mailbox.empty')` */
export function useSay() {
  return useWords<MailboxWordId>();
}
