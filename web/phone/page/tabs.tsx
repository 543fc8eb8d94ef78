import { VisuallyHidden } from '@mantine/core';
import { IconMessageCircle, IconPhone, IconPlugConnected, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../api/queries';
import { isSent } from '../messages/thread';
import { useSay } from '../words';
import classes from './tabs.module.css';

export type Tab = 'phone' | 'messages' | 'wire';

const tabs: readonly { tab: Tab; icon: Icon }[] = [
  { tab: 'phone', icon: IconPhone },
  { tab: 'messages', icon: IconMessageCircle },
  { tab: 'wire', icon: IconPlugConnected },
];

/** Whether a text has come since somebody last looked. */
function useNews(number: string, isLooking: boolean): boolean {
  const messages = useMessages(number);
  const newest = messages?.findLast((message) => !isSent(message))?.sid ?? 'none';
  const [seen, setSeen] = useState<{ number: string; newest: string }>();
  const isOther = seen?.number !== number;
  if (messages && (isOther || (isLooking && seen.newest !== newest))) setSeen({ number, newest });
  return messages !== undefined && !isOther && seen.newest !== newest;
}

interface TabsProps {
  tab: Tab;
  setTab: (tab: Tab) => void;
  /** The telephone's. */
  number: string;
}

/** On a narrow screen one part is shown at a time; which, is chosen at the thumb. */
export function Tabs({ tab, setTab, number }: TabsProps) {
  const say = useSay();
  const hasNews = useNews(number, tab === 'messages');
  return (
    <nav className={classes.tabs} aria-label={say('phone.tabs')}>
      {tabs.map(({ tab: one, icon: Glyph }) => (
        <button
          key={one}
          type="button"
          className={classes.tab}
          aria-current={one === tab ? 'true' : undefined}
          onClick={() => setTab(one)}
        >
          <Glyph size={23} stroke={1.75} aria-hidden />
          {say(`phone.tab.${one}`)}
          {one === 'messages' && hasNews && (
            <>
              <span className={classes.dot} aria-hidden />
              <VisuallyHidden>{say('phone.tab.messages.new')}</VisuallyHidden>
            </>
          )}
        </button>
      ))}
    </nav>
  );
}
