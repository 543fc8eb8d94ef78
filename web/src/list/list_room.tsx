import type { ReactNode } from 'react';
import classes from './list_room.module.css';

/** A room of one list: its name, and what belongs beside it. */
export function ListRoom({
  title,
  beside,
  children,
}: {
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes.page} data-rows>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {beside}
      </div>
      {children}
    </div>
  );
}
