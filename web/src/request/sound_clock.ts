/** "0:07", "12:34": how far into a recording. */
export function soundClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Where a key takes the position, or nothing if it is none of the slider's. */
export function afterKey(key: string, at: number, duration: number): number | undefined {
  const to = {
    ArrowRight: at + 5,
    ArrowUp: at + 5,
    ArrowLeft: at - 5,
    ArrowDown: at - 5,
    PageUp: at + 15,
    PageDown: at - 15,
    Home: 0,
    End: duration,
  }[key];
  return to === undefined ? undefined : within(to, duration);
}

function within(at: number, duration: number): number {
  return Math.min(duration, Math.max(0, at));
}
