import type { Middleware } from 'openapi-fetch';

// Whether somebody sits before the screen: a board that refreshes itself on a wall must not keep a session
// alive for hours.
const away = 60_000;
let lastSign = Date.now();

for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const) {
  globalThis.addEventListener?.(sign, () => (lastSign = Date.now()), {
    passive: true,
    capture: true,
  });
}

export function isSomebodyHere(): boolean {
  return Date.now() - lastSign < away;
}

/** What nobody asked for by hand must not keep a session alive. */
export const background: Middleware = {
  onRequest({ request }) {
    if (!isSomebodyHere()) request.headers.set('Callout-Background', '1');
    return request;
  },
};
