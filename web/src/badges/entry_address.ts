import type { Schemas } from '../api/client';

/** Where everything about a row is to be found. */
export function addressOf(entry: Schemas['Entry']): string {
  return entry.request_id === null
    ? `/call-outs/${entry.call_out_id}`
    : `/requests/${entry.request_id}`;
}
