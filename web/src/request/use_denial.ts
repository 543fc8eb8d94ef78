import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { draftOf, forgetDraft, keepDraft } from '../session/drafts';
import { useSession } from '../session/session';
import { useOutcome, type TellOutcome } from './outcome';
import { denialOf } from './use_asked';
import { useDecide, type Request } from './use_decide';

interface Begun {
  request: Request;
  /** The state that was shown when it was begun. */
  version: number;
  onClose: () => void;
  tell: TellOutcome;
}

/** A denial while its reason is written: that stays until it is sent, or given up. */
export function useDenial({ request, version: first, onClose, tell }: Begun) {
  const { user } = useSession();
  const queries = useQueryClient();
  const about = denialOf(request);
  const [version, setVersion] = useState(first);
  const [reason, setReason] = useState(() => draftOf(user.id, about)?.words ?? '');
  const { outcome: trouble, tell: tellHere } = useOutcome();
  const isConflict = trouble?.tone === 'conflict';
  const decide = useDecide(request, (tone, words) => {
    if (tone === 'done') {
      forgetDraft(user.id, about);
      return tell(tone, words);
    }
    // Whoever has read how it stands now may go on from there.
    const fresh = queries.getQueryData<Request>(['request', request.id]);
    if (tone === 'conflict' && fresh) setVersion(fresh.version);
    tellHere(tone, words);
  });
  return {
    reason,
    trouble,
    isBusy: decide.isPending,
    isOver: isConflict && !request.may.deny,
    write: (words: string) => {
      setReason(words);
      keepDraft(user.id, about, { words, version });
    },
    send: () =>
      decide.mutate({ decision: 'deny', reason: reason.trim(), version }, { onSuccess: onClose }),
  };
}
