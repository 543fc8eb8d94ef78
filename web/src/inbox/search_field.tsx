import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words';
import classes from './search_field.module.css';

interface SearchFieldProps {
  value: string;
  change: (value: string) => void;
}

/** Asks once the typing pauses; follows the address when that changes by itself (Back, "clear"). */
export function SearchField({ value, change }: SearchFieldProps) {
  const say = useWords();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => change(typed), 300);
    return () => clearTimeout(timer);
  }, [typed, value, change]);
  return (
    <TextInput
      type="search"
      aria-label={say('web.inbox.search')}
      placeholder={say('web.inbox.search.short')}
      classNames={{ input: classes.input ?? '' }}
      maxLength={100}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSectionPointerEvents="all"
      rightSection={
        typed && (
          <CloseButton
            size={36}
            aria-label={say('web.inbox.search.clear')}
            onClick={() => setTyped('')}
          />
        )
      }
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
