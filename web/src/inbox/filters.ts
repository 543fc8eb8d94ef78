import type { Schemas } from '../api/client';

export type Kind = 'all' | 'pto' | 'call_outs';
export const kinds: readonly Kind[] = ['all', 'pto', 'call_outs'];

/** A status, or what waits for the reader's decision. */
export type Status = Schemas['EntryStatus'] | 'waiting';
export const statuses: readonly Status[] = [
  'waiting',
  'pending',
  'approved',
  'denied',
  'cancelled',
  'completed',
  'unverified',
  'rejected',
];

/** What of the inbox is shown. Each has in the address the name that it has in the API. */
export interface Filters {
  kind: Kind;
  search: string;
  status: Status | null;
  team: number | null;
  member: number | null;
  /** The first and the last day (ISO). */
  from: string | null;
  to: string | null;
  needs_verification: boolean;
}

export const noFilters: Filters = {
  kind: 'all',
  search: '',
  status: null,
  team: null,
  member: null,
  from: null,
  to: null,
  needs_verification: false,
};

function oneOf<Value extends string>(values: readonly Value[], value: string | null): Value | null {
  return values.find((known) => known === value) ?? null;
}

function numberOf(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}

function dayOf(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
}

/** Whoever made the address: what is not understood is left out. */
export function filtersOf(address: URLSearchParams): Filters {
  return {
    kind: oneOf(kinds, address.get('kind')) ?? 'all',
    search: (address.get('search') ?? '').slice(0, 100),
    status: oneOf(statuses, address.get('status')),
    team: numberOf(address.get('team')),
    member: numberOf(address.get('member')),
    from: dayOf(address.get('from')),
    to: dayOf(address.get('to')),
    needs_verification: address.get('needs_verification') === 'true',
  };
}

/** Only what differs from showing everything, so that addresses stay short. */
export function addressOfFilters(filters: Filters): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== noFilters[name as keyof Filters]) address.set(name, String(value));
  }
  return address;
}

/** How many of those are on that a phone folds away. */
export function countFolded({
  status,
  team,
  member,
  from,
  to,
  needs_verification: unverified,
}: Filters): number {
  return (
    [status, team, member, from, to].filter((value) => value !== null).length + (unverified ? 1 : 0)
  );
}

export function isFiltered(filters: Filters): boolean {
  return addressOfFilters(filters).size > 0;
}

/** For the API, which takes no empty ones. */
export function queryOf(filters: Filters) {
  const { kind, search, status, team, member, from, to, needs_verification: unverified } = filters;
  return {
    kind,
    ...(search && { search }),
    ...(status && { status }),
    ...(team && { team }),
    ...(member && { member }),
    ...(from && { from }),
    ...(to && { to }),
    ...(unverified && { needs_verification: true }),
  };
}
