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
