import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, type ReactNode } from 'react';
import { client, take, type Schemas } from '../api/client';
import { codeOf } from '../api/problem';
import { useLanguage } from '../words/words';
import { forgetDraftsOfOthers } from './drafts';

export type Session = Schemas['Session'];

/** The session, null where nobody is signed in. */
export function useSessionQuery() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async (): Promise<Session | null> => {
      try {
        return await take(client.GET('/session'));
      } catch (error) {
        if (codeOf(error) === 'sign-in-needed') return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

const Current = createContext<Session | null>(null);

/** Below RequireSession: whoever is signed in. */
export function useSession(): Session {
  const session = use(Current);
  if (!session) throw new Error('no session here');
  return session;
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const { choose } = useLanguage();
  const { language } = session.user;
  useEffect(() => choose(language), [choose, language]);
  return <Current value={session}>{children}</Current>;
}

/** Takes over what the server said of the session; another person's data is forgotten. */
export function useTakeSession(): (session: Session | null) => void {
  const queries = useQueryClient();
  return useCallback(
    (session) => {
      const before = queries.getQueryData<Session | null>(['session']);
      if (before?.user.id !== session?.user.id) {
        queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      } else {
        // The same person, confirmed: what was withheld can be read now.
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      }
      forgetDraftsOfOthers(session?.user.id);
      queries.setQueryData(['session'], session);
    },
    [queries],
  );
}
