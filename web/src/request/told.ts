import type { Schemas } from '../api/client';

/** How the employee is being told of an act, by what is on its way: nothing is, where nothing reaches them. */
export type Told = 'mail' | 'text' | 'nothing';

export function howTold(
  notices: readonly Pick<Schemas['Notice'], 'kind' | 'channel' | 'is_employee' | 'state'>[],
  kind: string,
): Told {
  const onItsWay = notices.filter(
    (notice) =>
      notice.is_employee &&
      notice.kind === kind &&
      notice.state !== 'failed' &&
      notice.state !== 'dropped',
  );
  if (onItsWay.some(({ channel }) => channel === 'email')) return 'mail';
  return onItsWay.length > 0 ? 'text' : 'nothing';
}
