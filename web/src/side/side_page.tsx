import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { LiveProvider, type LiveSource } from '../api/live';
import { Announcer } from '../list/announcer';
import { cssVariables, theme } from '../theme';
import { WordsProvider } from '../words/words';
import { makeSideQueries } from './side_queries';

/** What every page beside the application stands on: its looks, its words, its data and their changes. */
export function SidePage({ live, children }: { live: LiveSource; children: ReactNode }) {
  const [queries] = useState(() => makeSideQueries(live.whenRefused));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="top-center" />
          <LiveProvider source={live}>
            <Announcer>{children}</Announcer>
          </LiveProvider>
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
