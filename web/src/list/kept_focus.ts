import { useLayoutEffect, useRef, type RefObject } from 'react';

/** What is left when a button goes: its row, else a neighbour, else the page. */
function heirOf(
  row: Element | null,
  neighbours: (Element | null | undefined)[],
): HTMLElement | null {
  const left = [row, ...neighbours].find((element) => element?.isConnected);
  return left?.querySelector<HTMLElement>('a, button') ?? document.getElementById('page');
}

/** For a button that goes once it has done its work, alone or with its row: whoever came by keyboard stays near. */
export function useKeptFocus(): RefObject<HTMLButtonElement | null> {
  const ref = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = ref.current;
    return () => {
      if (!button || document.activeElement !== button) return;
      const row = button.closest('li');
      const neighbours = [row?.nextElementSibling, row?.previousElementSibling];
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) heirOf(row, neighbours)?.focus();
      });
    };
  }, []);
  return ref;
}
