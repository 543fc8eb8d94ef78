import { CloseButton } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words/words';
import classes from './sheet.module.css';

interface SheetProps {
  title: string;
  close: () => void;
  /** On a wide screen it stands at the side, over the whole height. */
  isDrawer?: boolean;
  children: ReactNode;
}

/** Open for as long as it is rendered: from below on a phone, in the middle elsewhere. The browser's own dialog
 * keeps the keyboard inside, closes on Escape and gives the focus back. */
export function Sheet({ title, close, isDrawer = false, children }: SheetProps) {
  const say = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    const closeOutside = (event: MouseEvent) => {
      if (event.target === element) element?.close();
    };
    element?.addEventListener('click', closeOutside);
    return () => {
      element?.removeEventListener('click', closeOutside);
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isDrawer ? `${classes.sheet} ${classes.drawer}` : classes.sheet}
      aria-labelledby={id}
      onClose={() => dialog.current?.open || close()}
    >
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        <CloseButton
          size={44}
          aria-label={say('web.dialog.close')}
          onClick={() => dialog.current?.close()}
        />
      </div>
      {children}
    </dialog>
  );
}
