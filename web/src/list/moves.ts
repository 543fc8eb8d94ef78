import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';

/** Nobody can have meant what has stood under their finger for less than this; and a click may come so late. */
const settling = 400;
const longestPress = 3000;

let movedAt = Number.NEGATIVE_INFINITY;
let pressedAt = 0;
let isPressed = false;
let release: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

function setPressed(now: boolean) {
  isPressed = now;
  for (const watcher of watchers) watcher();
}

function releaseIn(delay: number) {
  clearTimeout(release);
  release = setTimeout(() => setPressed(false), delay);
}

const passively = { passive: true, capture: true };
globalThis.addEventListener?.(
  'pointerdown',
  () => {
    pressedAt = performance.now();
    setPressed(true);
    releaseIn(longestPress);
  },
  passively,
);
for (const end of ['pointerup', 'pointercancel'] as const)
  globalThis.addEventListener?.(end, () => releaseIn(settling), passively);
globalThis.addEventListener?.('click', () => releaseIn(0), passively); // it has found its row

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What was there when a finger came down, until it is lifted: nothing moves under it. */
export function useHeld<Value>(value: Value): Value {
  const isHeld = useSyncExternalStore(watch, () => isPressed);
  const [held, setHeld] = useState(value);
  if (!isHeld && held !== value) setHeld(value);
  return isHeld ? held : value;
}

/** For what pushes rows up or down: notes when `what` is another than before. */
export function useMoves(what: unknown) {
  const before = useRef(what);
  useLayoutEffect(() => {
    if (before.current !== what) movedAt = performance.now();
    before.current = what;
  }, [what]);
}

/** Whether a click comes of a press on what had only just moved there. The keyboard stays with its row. */
export function isMisled({ detail }: { detail: number }): boolean {
  const stoodFor = pressedAt - movedAt;
  return detail > 0 && stoodFor >= 0 && stoodFor < settling;
}
