import type { ReactNode } from 'react';
import classes from './case_layout.module.css';

interface CaseLayoutProps {
  head: ReactNode;
  /** What was said, and whatever else is read first. */
  words: ReactNode;
  facts: ReactNode;
  trail: ReactNode;
  /** What the reader can do; undefined where there is nothing. */
  acts: ReactNode | undefined;
}

/**
 * A request, or a call-out that nobody has yet: read from top to bottom on a phone with the acts at the thumb, facts
 * and acts at the side where there is room.
 */
export function CaseLayout({ head, words, facts, trail, acts }: CaseLayoutProps) {
  return (
    <article className={classes.case}>
      <div className={classes.head}>{head}</div>
      <div className={classes.words}>{words}</div>
      <div className={classes.facts}>{facts}</div>
      <div className={classes.trail}>{trail}</div>
      {acts && <div className={classes.acts}>{acts}</div>}
    </article>
  );
}
