import { useIntl, type IntlShape } from 'react-intl';

/** "08:00" of the API in the reader's way: "8:00 AM". */
export function timeOfDay(intl: IntlShape, time: string): string {
  return intl.formatTime(new Date(`1970-01-01T${time}Z`), {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** "8:00 AM – 12:00 PM" of part of a day, nothing of a whole one. */
export function usePartOfDay(): (start: string | null, end: string | null) => string | undefined {
  const intl = useIntl();
  return (start, end) =>
    start && end ? `${timeOfDay(intl, start)} – ${timeOfDay(intl, end)}` : undefined;
}
