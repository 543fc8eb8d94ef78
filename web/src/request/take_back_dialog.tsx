import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';

interface TakeBackDialogProps {
  name: string;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onTakeBack: () => void;
}

/** Before a call-out is taken back for the employee: what comes of it. */
export function TakeBackDialog({ name, isOpen, isBusy, onClose, onTakeBack }: TakeBackDialogProps) {
  const say = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={say('web.take_back.title', { name })}>
      <Stack>
        <Text>{say('web.take_back.effect', { name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say('web.dialog.cancel')}
          </Button>
          <Button loading={isBusy} onClick={onTakeBack}>
            {say('web.act.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
