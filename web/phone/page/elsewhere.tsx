import { IconMessageCircle, IconPhoneCall, IconPhoneIncoming } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import type { CallRecord, Line, Message } from '../api/desk';
import { useCalls, useMessages } from '../api/queries';
import { isIncoming, isOf, isOver } from '../call/calls';
import { nameOfNumber, type Caller } from '../caller/callers';
import { unreadBy } from '../messages/thread';
import { useSay } from '../words';
import classes from './elsewhere.module.css';
import type { Tab } from './tabs';
import { useSeen } from './use_seen';

interface ElsewhereProps {
  line: Line;
  caller: Caller;
  /** Takes somebody's telephone into the hand. */
  take: (number: string, tab: Tab) => void;
}

interface Event {
  number: string;
  name: string;
  call?: CallRecord;
  texts?: Message[];
}

/** What happens on the telephones of others: who is told of a call-out is the half of it. */
export function Elsewhere({ line, caller, take }: ElsewhereProps) {
  const say = useSay();
  const calls = useCalls();
  const messages = useMessages();
  const { seen, since, see } = useSeen();
  const newest = messages && (messages.at(-1)?.created ?? '');
  useEffect(() => {
    if (newest !== undefined) see(caller.number, newest);
  }, [caller.number, newest, see]);

  const events = useMemo(() => {
    const all: Event[] = [];
    for (const call of calls ?? []) {
      const number = call.direction === 'inbound' ? call.from : call.to;
      const name = nameOfNumber(line, number);
      if (name && !isOver(call) && !isOf(call, caller.number)) all.push({ number, name, call });
    }
    for (const [number, texts] of unreadBy(messages ?? [], seen, since ?? '9')) {
      const name = nameOfNumber(line, number);
      if (name && number !== caller.number) all.push({ number, name, texts });
    }
    return all;
  }, [calls, messages, seen, since, line, caller.number]);

  const words = ({ number, name, call, texts }: Event) => {
    if (texts) {
      return say('phone.elsewhere.texts', { name, count: texts.length });
    }
    return call && isIncoming(call, number)
      ? say('phone.elsewhere.rings', { name })
      : say('phone.elsewhere.talks', { name });
  };
  if (events.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={say('phone.elsewhere')}>
      <ul>
        {events.slice(0, 12).map((event) => {
          const Glyph = event.texts
            ? IconMessageCircle
            : event.call && isIncoming(event.call, event.number)
              ? IconPhoneIncoming
              : IconPhoneCall;
          return (
            <li key={`${event.number} ${event.call?.sid ?? ''}`}>
              <button
                type="button"
                onClick={() => take(event.number, event.texts ? 'messages' : 'phone')}
              >
                <Glyph size={16} stroke={2} aria-hidden />
                {words(event)}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
