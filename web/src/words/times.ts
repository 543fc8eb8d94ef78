import { useEffect, useMemo, useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useSession } from '../session/session';

/** A day of the API ("2026-11-22") as a Date that shows that day when formatted in UTC. */
export function dateOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day (ISO) that the wall clock of a zone shows at a moment. */
export function dayIn(timeZone: string, moment: Date): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

export interface Times {
  /** "4:58 AM" */
  time: (moment: string) => string;
  /** "Mon, Nov 23" */
  day: (day: string) => string;
  /** "Monday, November 23, 2026" */
  fullDay: (day: string) => string;
  /** "Nov 23 – 27", or one day. */
  days: (first: string, last: string) => string;
  /** "4:58 AM" today, "Sun, Nov 22, 4:58 AM" else; never "2 days ago". */
  moment: (moment: string) => string;
  /** "7 h 30 min" */
  duration: (minutes: number) => string;
  /** Of the organization's clock. */
  today: string;
}

/** The day on the organization's clock, also of a page that stays open past midnight. */
function useToday(timeZone: string): string {
  const [today, setToday] = useState(() => dayIn(timeZone, new Date()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayIn(timeZone, new Date())), 20_000);
    return () => clearInterval(timer);
  }, [timeZone]);
  return today;
}

export function useTimes(): Times {
  const intl = useIntl();
  const { time_zone: timeZone } = useSession();
  const today = useToday(timeZone);
  return useMemo(() => timesOf(intl, timeZone, today), [intl, timeZone, today]);
}

const shortDay = { weekday: 'short', month: 'short', day: 'numeric' } as const;

function unit(intl: IntlShape, value: number, name: 'hour' | 'minute') {
  return intl.formatNumber(value, { style: 'unit', unit: name, unitDisplay: 'short' });
}

export function timesOf(intl: IntlShape, timeZone: string, today: string): Times {
  const time = (moment: string) =>
    intl.formatTime(new Date(moment), { timeZone, hour: 'numeric', minute: '2-digit' });
  const day = (iso: string) => intl.formatDate(dateOfDay(iso), { timeZone: 'UTC', ...shortDay });
  return {
    today,
    time,
    day,
    fullDay: (iso) => intl.formatDate(dateOfDay(iso), { timeZone: 'UTC', dateStyle: 'full' }),
    days: (first, last) =>
      first === last
        ? day(first)
        : intl.formatDateTimeRange(dateOfDay(first), dateOfDay(last), {
            timeZone: 'UTC',
            ...shortDay,
          }),
    moment: (iso) => {
      const date = new Date(iso);
      if (dayIn(timeZone, date) === today) return time(iso);
      return intl.formatDate(date, { timeZone, ...shortDay, hour: 'numeric', minute: '2-digit' });
    },
    duration: (minutes) => {
      const hours = Math.trunc(minutes / 60);
      const rest = Math.abs(minutes % 60);
      if (rest === 0) return unit(intl, hours, 'hour');
      if (hours === 0) return unit(intl, minutes, 'minute');
      return `${unit(intl, hours, 'hour')} ${unit(intl, rest, 'minute')}`;
    },
  };
}
