import { IconBellOff, IconMessageCircle, IconMessageCircleOff } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import { readablePhoneNumber } from '../../src/badges/phone_number';
import { Empty } from '../../src/list/empty';
import { dayIn } from '../../src/words/times';
import type { Line } from '../api/desk';
import { useMessages } from '../api/queries';
import { canText, type Caller } from '../caller/callers';
import { useSay } from '../words';
import { Bubble } from './bubble';
import { Composer } from './composer';
import classes from './messages_panel.module.css';
import { byDays, hasOptedOut } from './thread';

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The texts of one telephone with the line, the newest at the end and in sight. */
function Thread({ number }: { number: string }) {
  const say = useSay();
  const { formatDate } = useIntl();
  const messages = useMessages(number);
  const end = useRef<HTMLDivElement>(null);
  const days = useMemo(
    () => byDays(messages ?? [], (moment) => dayIn(zone, new Date(moment))),
    [messages],
  );
  const count = messages?.length ?? 0;
  const shown = useRef(0);
  useEffect(() => {
    const element = end.current;
    if (!element || shown.current === count) return;
    shown.current = count;
    element.scrollTop = element.scrollHeight;
  }, [count]);
  return (
    <>
      <div
        ref={end}
        className={classes.thread}
        role="log"
        aria-label={say('phone.texts')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
        tabIndex={0}
      >
        {messages && count === 0 && (
          <Empty
            icon={IconMessageCircle}
            title={say('phone.texts.none')}
            more={say('phone.texts.none.more')}
          />
        )}
        {days.map(({ day, messages: those }) => (
          <div key={day}>
            <p className={classes.day}>
              {formatDate(those[0]?.created, { weekday: 'short', month: 'short', day: 'numeric' })}
            </p>
            <ul className={classes.list}>
              {those.map((message) => (
                <Bubble key={message.sid} message={message} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {hasOptedOut(messages ?? []) && (
        <p className={classes.opted}>
          <IconBellOff size={16} stroke={2} aria-hidden />
          {say('phone.texts.opted_out')}
        </p>
      )}
    </>
  );
}

/** Texting the line, beside calling it. */
export function MessagesPanel({ line, caller }: { line: Line; caller: Caller }) {
  const say = useSay();
  return (
    <section className={classes.panel} aria-labelledby="texts-title">
      <div className={classes.head}>
        <h2 id="texts-title">{say('phone.texts')}</h2>
        <span>{readablePhoneNumber(line.sms_number)}</span>
      </div>
      {canText(caller) ? (
        <>
          <Thread key={caller.number} number={caller.number} />
          <Composer key={`to ${caller.number}`} from={caller.number} />
        </>
      ) : (
        <Empty
          icon={IconMessageCircleOff}
          title={say('phone.texts.withheld')}
          more={say('phone.texts.withheld.more')}
        />
      )}
    </section>
  );
}
