import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { makeQueries } from './api/queries';
import { BoardPage } from './board/board_page';
import { RequireSession } from './session/require_session';
import { useSession } from './session/session';
import { NotFoundPage } from './shell/not_found_page';
import { firstRoomOf } from './shell/rooms';
import { Shell } from './shell/shell';
import { cssVariables, theme } from './theme';
import { WordsProvider } from './words/words';

const RequestPage = lazy(async () => ({
  default: (await import('./request/request_page')).RequestPage,
}));
const CallOutPage = lazy(async () => ({
  default: (await import('./request/call_out_page')).CallOutPage,
}));
const InboxPage = lazy(async () => ({ default: (await import('./inbox/inbox_page')).InboxPage }));
const LinePage = lazy(async () => ({ default: (await import('./line/line_page')).LinePage }));
const StartPage = lazy(async () => ({ default: (await import('./session/start_page')).StartPage }));

/** Each their own first room. */
function Home() {
  return <Navigate to={firstRoomOf(useSession())} replace />;
}

/** The rooms. The server answers each of these addresses with the application (server/web_routes.cc). */
function Rooms() {
  return (
    <Routes>
      <Route path="/start" element={<StartPage />} />
      <Route element={<RequireSession />}>
        <Route element={<Shell />}>
          <Route index element={<Home />} />
          <Route path="/sign-in" element={<Home />} />
          <Route path="/board" element={<BoardPage />} />
          <Route path="/requests" element={<InboxPage />} />
          <Route path="/requests/:request" element={<RequestPage />} />
          <Route path="/call-outs/:callOut" element={<CallOutPage />} />
          <Route path="/line" element={<LinePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}

export function App() {
  const [queries] = useState(makeQueries);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="top-center" />
          {/* A filter that waits in a transition is a radio button that springs back for a moment. */}
          <BrowserRouter useTransitions={false}>
            <Rooms />
          </BrowserRouter>
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
