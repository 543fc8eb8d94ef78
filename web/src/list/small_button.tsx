import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import classes from './small_button.module.css';

type Look = 'primary' | 'default';

function classOf(look: Look) {
  return look === 'primary' ? `${classes.button} ${classes.primary}` : classes.button;
}

/** A button of a row: hundreds may be on a page, so it is no more than a button. */
export function SmallButton({
  look = 'default',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button type="button" className={classOf(look)} {...rest} />;
}

/** Looks like one, and leads somewhere. */
export function SmallButtonLink({
  look = 'default',
  ...rest
}: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={classOf(look) ?? ''} {...rest} />;
}
