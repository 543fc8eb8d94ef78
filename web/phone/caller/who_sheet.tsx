import { TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { readablePhoneNumber } from '../../src/badges/phone_number';
import { Sheet } from '../../src/list/sheet';
import type { Line, Telephone } from '../api/desk';
import { useSay } from '../words';
import { asNumber, callerOf, found, idOf, isNumber, origins, type Choice } from './callers';
import { Face } from './face';
import classes from './who_sheet.module.css';

interface WhoSheetProps {
  line: Line;
  choice: Choice;
  choose: (choice: Choice) => void;
  close: (hasChosen: boolean) => void;
}

function Person({
  telephone,
  isChosen,
  choose,
}: {
  telephone: Telephone;
  isChosen: boolean;
  choose: () => void;
}) {
  const say = useSay();
  const { name, note, number, pin, employee_number: employee } = telephone;
  return (
    <li>
      <button
        type="button"
        className={classes.person}
        aria-current={isChosen || undefined}
        onClick={choose}
      >
        <Face name={name} size={38} />
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.note}>
            {note}
            <span className={classes.number}> · {readablePhoneNumber(number)}</span>
          </span>
        </span>
        <span className={classes.secrets}>
          {pin && <span>{say('phone.who.pin_is', { pin })}</span>}
          {employee && <span>{say('phone.who.employee_is', { number: employee })}</span>}
        </span>
        {isChosen && <IconCheck size={18} stroke={2.25} aria-hidden />}
      </button>
    </li>
  );
}

/** From what number the person calls: their own, or one that says less of them. */
function Origins({ choice, choose }: { choice: Choice; choose: (choice: Choice) => void }) {
  const say = useSay();
  const isWrong = choice.typed !== '' && !isNumber(asNumber(choice.typed));
  return (
    <fieldset className={classes.origins}>
      <legend>{say('phone.who.calls_from')}</legend>
      <div className={classes.chips}>
        {origins.map((origin) => (
          <label key={origin} className={classes.chip}>
            <input
              type="radio"
              name="origin"
              checked={choice.origin === origin}
              onChange={() => choose({ ...choice, origin })}
            />
            {say(`phone.origin.${origin}`)}
          </label>
        ))}
      </div>
      <p className={classes.means}>{say(`phone.origin.${choice.origin}.means`)}</p>
      {choice.origin === 'typed' && (
        <TextInput
          type="tel"
          label={say('phone.who.typed')}
          placeholder="+1 555 010 0199"
          value={choice.typed}
          error={isWrong && say('phone.who.typed.wrong')}
          onChange={({ currentTarget: { value } }) => choose({ ...choice, typed: value })}
        />
      )}
    </fieldset>
  );
}

/** Who calls, and from where. */
export function WhoSheet({ line, choice, choose, close }: WhoSheetProps) {
  const say = useSay();
  const [search, setSearch] = useState('');
  const people = found(line.telephones, search);
  const chosen = callerOf(line, choice).person;
  return (
    <Sheet title={say('phone.who.title')} close={() => close(false)}>
      <Origins choice={choice} choose={choose} />
      <TextInput
        type="search"
        aria-label={say('phone.who.search')}
        placeholder={say('phone.who.search')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        value={search}
        onChange={({ currentTarget: { value } }) => setSearch(value)}
      />
      {people.length > 0 ? (
        <ul className={classes.people} aria-label={say('phone.who.people')}>
          {people.map((telephone) => (
            <Person
              key={idOf(telephone)}
              telephone={telephone}
              isChosen={telephone === chosen}
              choose={() => {
                choose({ ...choice, person: idOf(telephone) });
                close(true);
              }}
            />
          ))}
        </ul>
      ) : (
        <p className={classes.none}>{say('phone.who.nobody')}</p>
      )}
    </Sheet>
  );
}
