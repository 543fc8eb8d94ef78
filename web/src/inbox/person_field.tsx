import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client, take } from '../api/client';
import { placeOf } from '../badges/person_line';
import { useWords } from '../words/words';
import classes from './person_field.module.css';

function usePeople(search: string) {
  return useQuery({
    queryKey: ['people', search],
    queryFn: () => take(client.GET('/people', { params: { query: { search } } })),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  });
}

function usePerson(member: number | null) {
  return useQuery({
    queryKey: ['people', member],
    queryFn: () => take(client.GET('/people', { params: { query: { member: member ?? 0 } } })),
    enabled: member !== null,
    refetchInterval: false,
  });
}

interface PersonFieldProps {
  member: number | null;
  change: (member: number | null) => void;
}

/** Finds somebody by part of their name. */
export default function PersonField({ member, change }: PersonFieldProps) {
  const say = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 200);
  const chosen = usePerson(member).data?.people[0];
  // What the field shows of the chosen one is no search.
  const found = usePeople(asked === chosen?.name ? '' : asked).data?.people ?? [];
  const people =
    chosen && !found.some((person) => person.member_id === chosen.member_id)
      ? [chosen, ...found]
      : found;
  const places = new Map(people.map((person) => [String(person.member_id), placeOf(person)]));
  return (
    <Select
      ref={field}
      label={say('web.inbox.person')}
      placeholder={say('web.inbox.person.any')}
      nothingFoundMessage={say('web.inbox.person.none')}
      searchable
      clearable
      // For everybody, not only for a mouse; it goes once it has done its work.
      clearButtonProps={{
        'aria-label': say('web.inbox.person.clear'),
        'aria-hidden': false,
        tabIndex: 0,
      }}
      onClear={() => field.current?.focus()}
      // Found by the server, accents and all.
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      data={people.map((person) => ({ value: String(person.member_id), label: person.name }))}
      renderOption={({ option }) => (
        <span>
          {option.label} <small>{places.get(option.value)}</small>
        </span>
      )}
      value={member === null ? null : String(member)}
      onChange={(value) => change(value === null ? null : Number(value))}
      // The list itself scrolls, which is what a screen reader knows of.
      withScrollArea={false}
      classNames={{ options: classes.options ?? '', option: classes.option ?? '' }}
      // Above the sheet, which is above everything else.
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
    />
  );
}
