import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { useKeptFocus } from './kept_focus';

/** Of a button that asks before it acts. */
export function useAsking() {
  const button = useKeptFocus();
  const [isAsking, setAsking] = useState(false);
  return {
    button,
    isAsking,
    ask: () => setAsking(true),
    leave: () => setAsking(false),
    /** Its row may go with the next news: the focus must be back by then, to stay near. */
    done: () => {
      setAsking(false);
      button.current?.focus();
    },
  };
}

interface ConfirmDialogProps {
  title: string;
  /** What comes of it, and for whom. */
  effect: string;
  act: string;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Before something of a row is done that can't be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, effect, act, isOpen, isBusy, onClose, onConfirm } = props;
  const say = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <Stack>
        <Text>{effect}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say('web.dialog.cancel')}
          </Button>
          <Button loading={isBusy} onClick={onConfirm}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
