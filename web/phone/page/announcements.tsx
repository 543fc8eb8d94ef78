import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../src/list/announcer';
import { useCall, useMessages } from '../api/queries';
import { canText, type Caller } from '../caller/callers';
import { isSent } from '../messages/thread';
import { useSay } from '../words';
import { useLatestCall } from './use_latest_call';

/** Tells those who can't see it when the call turns to something else, or a text comes in. */
export function Announcements({ caller }: { caller: Caller }) {
  const say = useSay();
  const announce = useAnnounce();
  const { latest } = useLatestCall(caller.number);
  const { data: call } = useCall(latest?.sid);
  const messages = useMessages(canText(caller) ? caller.number : undefined);

  const kind = call?.doing.kind;
  const isMoving = kind === 'recording' || kind === 'over';
  const before = useRef(kind);
  useEffect(() => {
    if (isMoving && before.current && before.current !== kind) {
      announce(say(kind === 'recording' ? 'phone.doing.recording' : 'phone.doing.over'));
    }
    before.current = kind;
  }, [kind, isMoving, announce, say]);

  const newest = messages?.findLast((message) => !isSent(message));
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!newest || last.current === newest.sid) return;
    if (last.current !== undefined) announce(say('phone.text.came', { words: newest.body }));
    last.current = newest.sid;
  }, [newest, announce, say]);
  return null;
}
