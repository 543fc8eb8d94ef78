// When stories begin: the coming Monday at 4:58 in New York, before anybody's shift. Coming, not gone, so that
// no browser takes the server's cookies for old ones.
const zone = "America/New_York";

/** What the wall clock shows there, as if it were UTC. */
function wall_clock(moment) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const of = (type) => Number(parts.find((part) => part.type === type).value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

export function coming_monday(now = new Date()) {
  const there = new Date(wall_clock(now));
  const days = (8 - there.getUTCDay()) % 7 || 7;
  const wanted = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() + days, 4, 58);
  // The offset of that day, which may be another one than today's.
  const offset = wall_clock(new Date(wanted + 12 * 3600 * 1000)) - (wanted + 12 * 3600 * 1000);
  return new Date(wanted - offset);
}

/** 2026-11-23 */
export const day_of = (moment) => new Date(wall_clock(moment)).toISOString().slice(0, 10);
