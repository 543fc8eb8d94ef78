import type { Mail } from './api';

/** The same mail, also after a fresh start has begun to count anew. */
export function markOf({ id, received }: Pick<Mail, 'id' | 'received'>): string {
  return `${id} ${received}`;
}

/** What has been opened, the newest last; more than a mailbox holds is not remembered. */
export function withOpened(opened: readonly string[], mail: Mail): string[] {
  const mark = markOf(mail);
  return opened.includes(mark) ? [...opened] : [...opened, mark].slice(-600);
}

/** "ana@example.org and 2 more" needs the first and how many follow. */
export function recipientsOf({ to }: Mail): { first: string; more: number } {
  return { first: to[0] ?? '', more: Math.max(0, to.length - 1) };
}

/** The number of an open mail in the page's address: "#12". */
export function openedIn(hash: string): number | undefined {
  const [, id] = /^#(\d{1,15})$/.exec(hash) ?? [];
  return id === undefined ? undefined : Number(id);
}

/** Whole ones, at least one. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024));
}
