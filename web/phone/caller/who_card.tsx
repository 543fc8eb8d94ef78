import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { readablePhoneNumber } from '../../src/badges/phone_number';
import type { Line } from '../api/desk';
import { useSay } from '../words';
import type { Caller, Choice } from './callers';
import { Face } from './face';
import { WhoSheet } from './who_sheet';
import classes from './who_card.module.css';

interface WhoCardProps {
  line: Line;
  caller: Caller;
  choice: Choice;
  choose: (choice: Choice) => void;
}

/** What the line sees of the caller: the number, or that there is none. */
export function SeenNumber({ caller }: { caller: Caller }) {
  const say = useSay();
  const number = readablePhoneNumber(caller.number);
  if (caller.origin === 'own') return number;
  return say(`phone.origin.${caller.origin}.seen`, { number });
}

/** Who holds the telephone, and what they need to sign in with. */
export function WhoCard({ line, caller, choice, choose }: WhoCardProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const { person } = caller;
  const close = (hasChosen: boolean) => {
    setOpen(false);
    // Whoever has chosen goes on to call; the sheet gives the focus back to its opener first.
    if (hasChosen) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-dial]')?.focus());
    }
  };
  return (
    <div className={classes.card}>
      <button
        type="button"
        className={classes.who}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Face name={person?.name} />
        <span className={classes.words}>
          <span className={classes.name}>{person?.name ?? say('phone.who.stranger')}</span>
          <span className={classes.note}>{person?.note}</span>
        </span>
        <span className={classes.change}>
          {say('phone.who.change')}
          <IconChevronRight size={16} stroke={2} aria-hidden />
        </span>
      </button>
      <dl className={classes.facts}>
        <div data-flagged={caller.origin !== 'own' || undefined}>
          <dt>
            <IconPhone size={14} stroke={2} aria-hidden />
            <VisuallyHidden>{say('phone.who.from')}</VisuallyHidden>
          </dt>
          <dd>
            <SeenNumber caller={caller} />
          </dd>
        </div>
        {person?.pin && (
          <div>
            <dt>{say('phone.who.pin')}</dt>
            <dd>{person.pin}</dd>
          </div>
        )}
        {person?.employee_number && (
          <div>
            <dt>{say('phone.who.employee_number')}</dt>
            <dd>{person.employee_number}</dd>
          </div>
        )}
      </dl>
      {isOpen && <WhoSheet line={line} choice={choice} choose={choose} close={close} />}
    </div>
  );
}
