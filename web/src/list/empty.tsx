import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface EmptyProps {
  icon: Icon;
  title: string;
  more: string;
  children?: ReactNode;
}

/** In place of a list without rows: that there are none, and what that means. */
export function Empty({ icon: Glyph, title, more, children }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <Glyph size={32} stroke={1.5} aria-hidden />
      <p>{title}</p>
      <p>{more}</p>
      {children}
    </div>
  );
}
