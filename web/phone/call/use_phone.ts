import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Caller } from '../caller/callers';
import { answer, dial, hangUp, press, type Call, type CallRecord } from '../api/desk';
import { useCall, useCalls, useClock } from '../api/queries';
import { useSayRefusal } from '../page/say_refusal';
import { isIncoming, isOver, liveCallOf, type SimulatedTime } from './calls';

export interface Phone {
  /** The call in the display, also when it is over, until it is put away. */
  call: Call | undefined;
  /** It rings here. */
  incoming: CallRecord | undefined;
  isLive: boolean;
  isDialling: boolean;
  time: SimulatedTime;
  dial: (to?: string) => void;
  press: (key: string) => void;
  answer: () => void;
  hangUp: () => void;
  putAway: () => void;
}

/** One telephone: what it shows, and what can be done with it. `before` a key waits for what is still being said. */
export function usePhone(caller: Caller, before: { current: () => Promise<void> }): Phone {
  const queries = useQueryClient();
  const sayRefusal = useSayRefusal();
  const calls = useCalls();
  const speed = useClock()?.speed ?? 1;
  const [shown, setShown] = useState<string>();
  const [isDialling, setDialling] = useState(false);

  const live = calls && liveCallOf(calls, caller.number);
  const incoming = live && isIncoming(live, caller.number) ? live : undefined;
  if (live && !incoming && shown !== live.sid) setShown(live.sid);

  const { data: call, dataUpdatedAt: cameAt } = useCall(shown);
  const keysOnTheirWay = useRef(Promise.resolve());

  const refetch = useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['calls'] }),
        queries.invalidateQueries({ queryKey: ['call'] }),
      ]),
    [queries],
  );
  const act = useCallback(
    (doing: Promise<unknown>) => doing.catch(sayRefusal).finally(refetch),
    [sayRefusal, refetch],
  );

  const { number, attestation } = caller;
  const start = useCallback(
    (to?: string) => {
      setDialling(true);
      const asked = dial({ from: number, attestation, ...(to ? { to } : {}) }).then((made) => {
        queries.setQueryData(['call', made.sid], made);
        setShown(made.sid);
      });
      void act(asked).finally(() => setDialling(false));
    },
    [number, attestation, queries, act],
  );

  const isLive = call !== undefined && !isOver(call);
  return useMemo(
    () => ({
      call,
      incoming,
      isLive,
      isDialling,
      time: { cameAt, speed },
      dial: start,
      press: (key) => {
        if (!call || !isLive) return;
        // One after the other, so that none overtakes another. One that comes too late is nobody's trouble.
        keysOnTheirWay.current = keysOnTheirWay.current
          .then(() => before.current())
          .then(() => press(call.sid, key))
          .catch(() => {});
      },
      answer: () => {
        if (incoming) void act(answer(incoming.sid));
      },
      hangUp: () => {
        const sid = incoming?.sid ?? (isLive ? call.sid : undefined);
        if (sid) void act(hangUp(sid));
      },
      putAway: () => setShown(undefined),
    }),
    [call, incoming, isLive, isDialling, cameAt, speed, start, act, before],
  );
}
