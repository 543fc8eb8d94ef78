import { IconAlertTriangle, IconCircleCheck, type Icon } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import classes from './outcome.module.css';

/** What came of an act: done; somebody else was first; it did not work. */
export interface Outcome {
  tone: 'done' | 'conflict' | 'trouble';
  words: string;
}

const icons: Record<Outcome['tone'], Icon> = {
  done: IconCircleCheck,
  conflict: IconAlertTriangle,
  trouble: IconAlertTriangle,
};

/** The button that was pressed may be gone by now: the keyboard and the reader's eyes go here. */
function goThere(element: HTMLElement | null) {
  if (!element) return;
  // Behind a dialog that gives the focus back as it closes.
  setTimeout(() => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }, 50);
}

export function OutcomeNote({ outcome }: { outcome: Outcome | undefined }) {
  if (!outcome) return null;
  const Glyph = icons[outcome.tone];
  return (
    <div
      key={outcome.words}
      ref={goThere}
      role={outcome.tone === 'done' ? 'status' : 'alert'}
      tabIndex={-1}
      className={`${classes.note} ${classes[outcome.tone]}`}
    >
      <Glyph size={20} stroke={1.75} aria-hidden />
      <span>{outcome.words}</span>
    </div>
  );
}

export type TellOutcome = (tone: Outcome['tone'], words: string) => void;

export function useOutcome(first?: Outcome) {
  const [outcome, setOutcome] = useState(first);
  const tell: TellOutcome = useCallback((tone, words) => setOutcome({ tone, words }), []);
  return { outcome, tell };
}
