/** Height of the drawing; each level gets a unit of its width. */
export const waveHeight = 40;

/**
 * One upright line per level (0 to 100), centred, as an SVG path. Silence still shows: a dot is where there is
 * something to hear.
 */
export function wavePath(levels: readonly number[]): string {
  const middle = waveHeight / 2;
  return levels
    .map((level, index) => {
      const half = Math.max(0.5, (Math.min(100, Math.max(0, level)) / 100) * (middle - 2));
      return `M${index + 0.5} ${round(middle - half)}V${round(middle + half)}`;
    })
    .join('');
}

/** The levels of a recording of which they are not known: a plain line. */
export const flat: readonly number[] = Array.from({ length: 100 }, () => 0);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
