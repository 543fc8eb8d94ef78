import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import classes from './person_line.module.css';

/** "RN · Clinical"; people without a position have their team only. */
export function placeOf(person: Schemas['Person']): string {
  return [person.position, person.team].filter(Boolean).join(' · ');
}

/** A name, and what the person is. `children` takes the name's place where it is a link. */
export function PersonLine({
  person,
  children,
}: {
  person: Schemas['Person'];
  children?: ReactNode;
}) {
  return (
    <span className={classes.line}>
      <span className={classes.name}>{children ?? person.name}</span>
      <span className={classes.place}>{placeOf(person)}</span>
    </span>
  );
}
