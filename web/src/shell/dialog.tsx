import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import classes from './dialog.module.css';

interface DialogProps {
  isOpen: boolean;
  title: string;
  /** One that is written in does not go at a tap beside it. */
  isWritten?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Asks something before the page goes on. Its head is no <header>, which would be another banner of the page. */
export function Dialog({ isOpen, title, isWritten = false, onClose, children }: DialogProps) {
  const say = useWords();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} centered closeOnClickOutside={!isWritten}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className={classes.body ?? ''}>
          <div className={classes.head}>
            <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
            <Modal.CloseButton
              aria-label={say('web.dialog.close')}
              size={44}
              className={classes.close ?? ''}
            />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
