import { NativeSelect, Skeleton, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { client, take } from '../api/client';
import { useWords } from '../words/words';
import classes from './filter_fields.module.css';
import { statuses, type Filters, type Status } from './filters';
import type { ChangeFilters } from './use_filters';

// The one heavy field: fetched when somebody sees the filters.
const PersonField = lazy(() => import('./person_field'));

interface FieldsProps {
  filters: Filters;
  change: ChangeFilters;
}

function StatusField({ filters, change }: FieldsProps) {
  const say = useWords();
  const choices = statuses.map((status) => ({ value: status, label: say(`web.status.${status}`) }));
  return (
    <NativeSelect
      size="md"
      label={say('web.inbox.status')}
      data={[{ value: '', label: say('web.inbox.any') }, ...choices]}
      value={filters.status ?? ''}
      onChange={(event) => change({ status: (event.currentTarget.value || null) as Status | null })}
    />
  );
}

function TeamField({ filters, change }: FieldsProps) {
  const say = useWords();
  const { data } = useQuery({
    queryKey: ['teams'],
    queryFn: () => take(client.GET('/teams')),
    refetchInterval: false,
  });
  const choices = (data?.teams ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <NativeSelect
      size="md"
      label={say('web.inbox.team')}
      data={[{ value: '', label: say('web.inbox.any') }, ...choices]}
      value={filters.team ?? ''}
      onChange={(event) => change({ team: Number(event.currentTarget.value) || null })}
    />
  );
}

function DayField({ edge, filters, change }: FieldsProps & { edge: 'from' | 'to' }) {
  const say = useWords();
  return (
    <TextInput
      type="date"
      label={say(`web.inbox.${edge}`)}
      value={filters[edge] ?? ''}
      onChange={(event) => change({ [edge]: event.currentTarget.value || null }, 'typed')}
    />
  );
}

/** All filters but kind and search. */
export function FilterFields({ filters, change }: FieldsProps) {
  const say = useWords();
  return (
    <div className={classes.fields}>
      <StatusField filters={filters} change={change} />
      <TeamField filters={filters} change={change} />
      <div className={classes.wide}>
        <Suspense fallback={<Skeleton height={66} />}>
          <PersonField member={filters.member} change={(member) => change({ member })} />
        </Suspense>
      </div>
      <DayField edge="from" filters={filters} change={change} />
      <DayField edge="to" filters={filters} change={change} />
      <div className={classes.switch}>
        <Switch
          size="md"
          label={say('web.inbox.needs_verification')}
          checked={filters.needs_verification}
          onChange={(event) => change({ needs_verification: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}
