import { useWords } from '../words/words';
import classes from './phone_link.module.css';
import { readablePhoneNumber } from './phone_number';

/** A number to tap and call; a withheld one says so. */
export function PhoneLink({ number }: { number: string | null }) {
  const say = useWords();
  if (!number) return <span className={classes.none}>{say('web.phone.withheld')}</span>;
  return (
    <a
      className={classes.link}
      href={`tel:${number}`}
      aria-label={say('web.phone.call', { number: readablePhoneNumber(number) })}
    >
      {readablePhoneNumber(number)}
    </a>
  );
}
