import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Mail } from './api';
import { markOf, openedIn, withOpened } from './mail_list';

function onHash(changed: () => void) {
  globalThis.addEventListener('hashchange', changed);
  return () => globalThis.removeEventListener('hashchange', changed);
}

/** The mail that is open: in the address, so that going back closes it. */
export function useOpenedId(): number | undefined {
  return openedIn(useSyncExternalStore(onHash, () => location.hash));
}

const kept = 'callout-mailbox-opened';

function recalled(): string[] {
  try {
    const opened: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(opened) ? opened.map(String) : [];
  } catch {
    return [];
  }
}

/** Which mails have been opened in this browser. */
export function useOpenedMails() {
  const [opened, setOpened] = useState(recalled);
  return {
    isOpened: (mail: Mail) => opened.includes(markOf(mail)),
    open: useCallback((mail: Mail) => {
      setOpened((before) => {
        const after = withOpened(before, mail);
        localStorage.setItem(kept, JSON.stringify(after));
        return after;
      });
    }, []),
  };
}
