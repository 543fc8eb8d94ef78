import { IconUser } from '@tabler/icons-react';
import { initialsOf } from './callers';
import classes from './face.module.css';

/** The same of six tints for the same name. */
function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return sum % 6;
}

/** In place of a portrait. */
export function Face({ name, size = 40 }: { name: string | undefined; size?: number }) {
  return (
    <span
      className={classes.face}
      data-tint={name ? tintOf(name) : undefined}
      style={{ width: size, height: size, fontSize: size * 0.37 }}
      aria-hidden
    >
      {name ? initialsOf(name) : <IconUser size={size * 0.5} stroke={1.75} />}
    </span>
  );
}
