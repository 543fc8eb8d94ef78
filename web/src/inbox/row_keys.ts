import { useLocalStorage } from '@mantine/hooks';
import { useEffect, type RefObject } from 'react';

/** Whoever speaks to their computer may type letters without meaning to: letters can be switched off (WCAG 2.1.4). */
export function useLetterKeys() {
  return useLocalStorage({
    key: 'callout-letter-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
}

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Which row the key leads to from row `at` (-1: none) of `count`; nothing where it leads nowhere. */
export function rowAfter(key: string, at: number, count: number): number | undefined {
  const step = steps[key];
  if (step === undefined || count === 0) return undefined;
  if (at < 0) return key === 'j' ? 0 : undefined;
  const next = at + step;
  return next >= 0 && next < count ? next : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=listbox]') !== null
  );
}

function linksOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('li a[href]') ?? [])];
}

/** j and k from anywhere, the arrows within the list: the focus itself moves, so Enter opens and nothing has to be
 * told to a screen reader. */
export function useRowKeys(list: RefObject<HTMLElement | null>, letters: boolean) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.shiftKey ||
        isTyping(event.target)
      )
        return;
      if (
        event.key.length === 1 &&
        (!letters || document.querySelector('dialog[open], [role=dialog]'))
      )
        return;
      const links = linksOf(list.current);
      const next = rowAfter(
        event.key,
        links.indexOf(document.activeElement as HTMLElement),
        links.length,
      );
      if (next === undefined) return;
      event.preventDefault();
      links[next]?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, letters]);
}
