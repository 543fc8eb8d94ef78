import { useEffect, useRef, type RefObject } from 'react';

/** Takes the focus where the button that had it went with its screen: at first, and with each new `moment`. */
export function useLostFocus(element: RefObject<HTMLElement | null>, moment: unknown = 'first') {
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    if (last.current === moment) return;
    last.current = moment;
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, [element, moment]);
}
