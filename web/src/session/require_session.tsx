import { Center, Loader } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { Outlet } from 'react-router';
import { LiveProvider, type LiveSource } from '../api/live';
import { Trouble } from '../shell/trouble';
import { SessionProvider, useSessionQuery } from './session';

const SignInPage = lazy(async () => ({
  default: (await import('./sign_in_page')).SignInPage,
}));

const live: LiveSource = {
  address: '/api/v1/events',
  shownIn: {
    call_outs: ['board', 'inbox', 'request', 'call-out', 'candidates'],
    attempts: ['board', 'attempts'],
    alarms: ['board'],
    notices: ['request', 'call-out'],
  },
  // The session may have ended, which its own query finds out.
  whenRefused: ['session'],
};

function Waiting() {
  return (
    <Center mih="100dvh">
      <Loader />
    </Center>
  );
}

/** The pages behind it are for people who are signed in: sign-in takes their place, the address stays. */
export function RequireSession() {
  const { data: session, error, refetch } = useSessionQuery();
  if (session) {
    return (
      <SessionProvider session={session}>
        <LiveProvider source={live}>
          <Outlet />
        </LiveProvider>
      </SessionProvider>
    );
  }
  if (session === null) {
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage />
      </Suspense>
    );
  }
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return <Waiting />;
}
