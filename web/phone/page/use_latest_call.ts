import type { CallRecord } from '../api/desk';
import { useCalls } from '../api/queries';
import { isIncoming, isOf } from '../call/calls';

/** The call that a telephone is in or was in last. */
export function useLatestCall(number: string): {
  latest: CallRecord | undefined;
  isRinging: boolean;
} {
  const calls = useCalls();
  const latest = calls?.find((call) => isOf(call, number));
  return { latest, isRinging: latest !== undefined && isIncoming(latest, number) };
}
