import { useState } from 'react';
import { draftOf } from '../session/drafts';
import { useSession } from '../session/session';
import type { Request } from './use_decide';

/** What is asked before it is done, and of which state of the request. */
export interface Asked {
  act: 'deny' | 'cancel';
  version: number;
}

/** Under what a denial's reason is kept until it is sent. */
export const denialOf = ({ id }: Pick<Request, 'id'>) => `denial of ${id}`;

/** The open question; a denial that was cut off half written is asked again. */
export function useAsked(request: Request) {
  const { user } = useSession();
  return useState<Asked | undefined>(() => {
    const draft = draftOf(user.id, denialOf(request));
    return draft && { act: 'deny', version: draft.version };
  });
}
