import { useId } from 'react';
import classes from './address_filter.module.css';
import { useSay } from './words';

interface AddressFilterProps {
  addresses: readonly string[];
  to: string;
  choose: (to: string) => void;
}

/** Whose mailbox: everybody's, or one person's. */
export function AddressFilter({ addresses, to, choose }: AddressFilterProps) {
  const say = useSay();
  const id = useId();
  return (
    <div className={classes.filter}>
      <label htmlFor={id}>{say('mailbox.of')}</label>
      <select id={id} value={to} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{say('mailbox.everybody', { count: addresses.length })}</option>
        {addresses.map((address) => (
          <option key={address}>{address}</option>
        ))}
      </select>
    </div>
  );
}
