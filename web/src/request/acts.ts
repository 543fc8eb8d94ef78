import type { Schemas } from '../api/client';

export type Act = 'acknowledge' | 'approve' | 'deny' | 'charge' | 'do_not_charge' | 'cancel';

const order: readonly Act[] = [
  'acknowledge',
  'approve',
  'charge',
  'do_not_charge',
  'deny',
  'cancel',
];

/** What the reader may do with a request now, the likeliest first. */
export function actsOf(request: Pick<Schemas['Request'], 'may' | 'call_out'>): Act[] {
  const may: Record<Act, boolean> = {
    ...request.may,
    acknowledge: request.call_out?.may.acknowledge ?? false,
  };
  return order.filter((act) => may[act]);
}

/** Whether a request stands as that act leaves it, whoever did it. */
export function isDone(
  act: Act,
  request: Pick<Schemas['Request'], 'status' | 'is_charged' | 'call_out'>,
): boolean {
  const { status, is_charged: isCharged } = request;
  const isGranted = status === 'approved' || status === 'completed';
  switch (act) {
    case 'acknowledge':
      return Boolean(request.call_out?.acknowledged);
    case 'approve':
      return isGranted;
    case 'charge':
      return isCharged && (isGranted || status === 'pending');
    case 'do_not_charge':
      return !isCharged && (isGranted || status === 'pending');
    case 'deny':
      return status === 'denied';
    case 'cancel':
      return status === 'cancelled';
  }
}

/** The places at the thumb. */
export interface Places {
  near: readonly Act[];
  hasMore: boolean;
}

export const noPlaces: Places = { near: [], hasMore: false };

/** The two likeliest; taking back is never at the thumb. */
const nearest = (acts: readonly Act[]) => acts.filter((act) => act !== 'cancel').slice(0, 2);

/** What has a place keeps it while the page is open: a tap that was meant for one act never meets another. */
export function placesAfter(before: Places, acts: readonly Act[]): Places {
  const near = before.near.length > 0 ? before.near : nearest(acts);
  const hasMore = before.hasMore || acts.some((act) => !near.includes(act));
  const isSame = near.length === before.near.length && hasMore === before.hasMore;
  return isSame ? before : { near, hasMore };
}
