import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  id: string;
  title: string;
  count?: number;
  /** Beside the title: what changes how the panel is shown. */
  controls?: ReactNode;
  children: ReactNode;
}

/** A named part of a room on a ground of its own. */
export function Panel({ id, title, count, controls, children }: PanelProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={classes.panel}>
      <div className={classes.head}>
        <h2 id={`${id}-title`} className={classes.title}>
          {title}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </h2>
        {controls}
      </div>
      <div className={classes.surface}>{children}</div>
    </section>
  );
}

/** The rows of a panel, divided by hairlines. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}
