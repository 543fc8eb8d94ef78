import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { addressOfFilters, filtersOf, type Filters } from './filters';

/** `typed`: no step of its own for Back, which would lead from letter to letter. */
export type ChangeFilters = (change: Partial<Filters>, how?: 'chosen' | 'typed') => void;

/** The filters live in the address: a link leads to what was seen, and Back to what was before. */
export function useFilters(): [Filters, ChangeFilters] {
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => filtersOf(address), [address]);
  const change = useCallback<ChangeFilters>(
    (changed, how = 'chosen') => {
      setAddress((before) => addressOfFilters({ ...filtersOf(before), ...changed }), {
        replace: how === 'typed',
      });
    },
    [setAddress],
  );
  return [filters, change];
}
