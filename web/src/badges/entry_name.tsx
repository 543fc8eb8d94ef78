import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { useWords } from '../words/words';
import { addressOf } from './entry_address';
import { PersonLine } from './person_line';
import { readablePhoneNumber } from './phone_number';

/** Who a row is about, as the link to it; of an unverified call-out its number stands in. */
export function EntryName({
  entry,
  className,
}: {
  entry: Schemas['Entry'];
  className: string | undefined;
}) {
  const say = useWords();
  const { person, phone_number_used: number } = entry;
  const name = person?.name ?? say('web.board.somebody');
  const link = (
    <Link to={addressOf(entry)} className={className ?? ''}>
      {name}
    </Link>
  );
  const from = number ? readablePhoneNumber(number) : say('web.phone.withheld');
  return (
    <PersonLine person={person ?? { member_id: 0, name, position: null, team: from }}>
      {link}
    </PersonLine>
  );
}
