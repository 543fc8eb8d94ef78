import { useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Segments } from '../list/segments';
import { Sheet } from '../list/sheet';
import { SmallButton } from '../list/small_button';
import { useWords } from '../words/words';
import classes from './filter_bar.module.css';
import { FilterFields } from './filter_fields';
import { countFolded, kinds, noFilters, type Filters } from './filters';
import { SearchField } from './search_field';
import type { ChangeFilters } from './use_filters';

interface BarProps {
  filters: Filters;
  change: ChangeFilters;
}

/** On a phone: a button that says how many filters are on, and the filters in a sheet. */
function FoldedFilters({ filters, change }: BarProps) {
  const say = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const count = countFolded(filters);
  return (
    <>
      <SmallButton aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <IconFilter size={18} stroke={1.75} aria-hidden />
        {say('web.inbox.filters')}
        {count > 0 && <span className={classes.count}>{count}</span>}
      </SmallButton>
      {isOpen && (
        <Sheet title={say('web.inbox.filters')} close={() => setIsOpen(false)}>
          <FilterFields filters={filters} change={change} />
          <div className={classes.done}>
            <SmallButton
              onClick={() => change({ ...noFilters, kind: filters.kind, search: filters.search })}
            >
              {say('web.inbox.clear')}
            </SmallButton>
            <SmallButton look="primary" onClick={() => setIsOpen(false)}>
              {say('web.inbox.done')}
            </SmallButton>
          </div>
        </Sheet>
      )}
    </>
  );
}

/** What of the inbox is shown. */
export function FilterBar({ filters, change }: BarProps) {
  const say = useWords();
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const { search } = filters;
  return (
    <search className={classes.bar}>
      <Segments
        name={say('web.inbox.kind')}
        value={filters.kind}
        choose={(kind) => change({ kind })}
        choices={kinds.map((kind) => ({ value: kind, word: say(`web.inbox.kind.${kind}`) }))}
      />
      <div className={classes.first}>
        <div className={classes.search}>
          <SearchField value={search} change={useSearchChange(change)} />
        </div>
        {!isWide && <FoldedFilters filters={filters} change={change} />}
      </div>
      {isWide && <FilterFields filters={filters} change={change} />}
    </search>
  );
}

function useSearchChange(change: ChangeFilters) {
  return useCallback((search: string) => change({ search }, 'typed'), [change]);
}
