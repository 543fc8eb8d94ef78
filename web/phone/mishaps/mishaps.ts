import type { Chaos } from '../api/desk';

type Name = keyof Chaos;
type Unit = 'percent' | 'milliseconds' | 'code' | 'switch';

export interface Mishap {
  name: Name;
  unit: Unit;
  most: number;
  step: number;
}

const percent = (name: Name): Mishap => ({ name, unit: 'percent', most: 100, step: 5 });
const time = (name: Name, most: number): Mishap => ({
  name,
  unit: 'milliseconds',
  most,
  step: 500,
});
const isOn = (name: Name): Mishap => ({ name, unit: 'switch', most: 1, step: 1 });

/** By what they strike. */
export const groups: readonly {
  group: 'webhooks' | 'requests' | 'texts' | 'recordings';
  mishaps: readonly Mishap[];
}[] = [
  {
    group: 'webhooks',
    mishaps: [
      percent('duplicate_percent'),
      percent('lose_callbacks_percent'),
      time('callback_delay_milliseconds', 60_000),
      isOn('reorders_callbacks'),
    ],
  },
  {
    group: 'requests',
    mishaps: [
      percent('rest_429_percent'),
      percent('rest_500_percent'),
      percent('rest_hang_percent'),
      time('rest_hang_milliseconds', 30_000),
      percent('rest_slow_percent'),
      time('rest_slow_milliseconds', 30_000),
      percent('accept_then_fail_percent'),
    ],
  },
  {
    group: 'texts',
    mishaps: [
      percent('undelivered_percent'),
      { name: 'undelivered_code', unit: 'code', most: 0, step: 0 },
    ],
  },
  {
    group: 'recordings',
    mishaps: [
      time('media_delay_milliseconds', 60_000),
      isOn('drops_silent_recordings'),
      time('transcription_delay_milliseconds', 600_000),
      isOn('fails_transcriptions'),
    ],
  },
];

/** Why a carrier does not deliver. */
export const codes = [30003, 30004, 30005, 30006, 30007, 30008, 21610] as const;

/** Everything a little, for watching how it is borne. */
export const badDay: Chaos = {
  duplicate_percent: 30,
  lose_callbacks_percent: 10,
  callback_delay_milliseconds: 3000,
  reorders_callbacks: true,
  rest_429_percent: 10,
  rest_500_percent: 20,
  rest_hang_percent: 5,
  accept_then_fail_percent: 10,
  undelivered_percent: 20,
  media_delay_milliseconds: 5000,
};

/** They only say how another one strikes, or how long something takes on a good day too. */
const how = new Set([
  'rest_hang_milliseconds',
  'rest_slow_milliseconds',
  'undelivered_code',
  'media_delay_milliseconds',
  'transcription_delay_milliseconds',
]);

export const strikes = (name: string) => !how.has(name);

/** How many strike just now. */
export function countOn(chaos: Chaos): number {
  return Object.entries(chaos).filter(([name, value]) => strikes(name) && value).length;
}
