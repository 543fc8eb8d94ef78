import { VisuallyHidden } from '@mantine/core';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';

const Announce = createContext<(words: string) => void>(() => {});

/** Says something to those who can't see it appear, once whatever is being read is over. */
export function useAnnounce(): (words: string) => void {
  return use(Announce);
}

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', count: 0 });
  const announce = useCallback(
    (words: string) => setSaid(({ count }) => ({ words, count: count + 1 })),
    [],
  );
  return (
    <Announce value={announce}>
      {children}
      <VisuallyHidden>
        {/* A new element each time: the same words twice are said twice. */}
        <output aria-live="polite">
          <span key={said.count}>{said.words}</span>
        </output>
      </VisuallyHidden>
    </Announce>
  );
}
