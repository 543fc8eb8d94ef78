import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { useWords } from '../words/words';
import type { Outcome } from './outcome';
import { settlingOf } from './use_assign';

type CallOut = Schemas['CallOut'];

const isOpen = (callOut: CallOut) => callOut.state === 'live' && callOut.request_id === null;

/** Whether the reader's own word on it is under way. */
export function useIsSettling(callOut: CallOut): boolean {
  return useIsMutating({ mutationKey: settlingOf(callOut) }) > 0;
}

/** What to say when somebody else settles a call-out that the reader has before them. */
export function useSettledMeanwhile(callOut: CallOut): Outcome | undefined {
  const say = useWords();
  const [wasOpen] = useState(() => isOpen(callOut));
  const isSettling = useIsSettling(callOut);
  if (!wasOpen || isOpen(callOut) || isSettling) return undefined;
  return { tone: 'conflict', words: say('web.whose.first') };
}
