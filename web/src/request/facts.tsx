import type { ReactNode } from 'react';
import { Panel } from '../list/panel';
import { useWords } from '../words/words';
import classes from './facts.module.css';

export function Facts({ children }: { children: ReactNode }) {
  const say = useWords();
  return (
    <Panel id="facts" title={say('web.facts.title')}>
      <dl className={classes.facts}>{children}</dl>
    </Panel>
  );
}

/** A fact; one that there is nothing to say about is left out. */
export function Fact({
  name,
  children,
  more,
}: {
  name: string;
  children: ReactNode;
  more?: ReactNode;
}) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        {children}
        {more && <span className={classes.more}>{more}</span>}
      </dd>
    </div>
  );
}
