import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { focusOnWrongField } from '../session/focus';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import type { Request } from './use_decide';

interface DenyDialogProps {
  request: Request;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onDeny: (reason: string) => void;
}

function DenyForm({ request, isBusy, onClose, onDeny }: DenyDialogProps) {
  const say = useWords();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (reason.trim() === '') return focusOnWrongField(event.currentTarget);
    onDeny(reason.trim());
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Text>
          {say(request.is_call_out ? 'web.deny.means_call_out' : 'web.deny.means', {
            name: request.person.name,
          })}
        </Text>
        <Textarea
          label={say('web.deny.reason')}
          description={say('web.deny.reason_why')}
          data-autofocus
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isChecked && reason.trim() === '' && say('web.deny.reason_missing')}
          errorProps={{ role: 'alert' }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('web.dialog.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {say('web.act.deny')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Says what denying means, and asks for the reason that the employee reads. */
export function DenyDialog(props: DenyDialogProps) {
  const say = useWords();
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={say('web.deny.title', { name: props.request.person.name })}
    >
      <DenyForm {...props} />
    </Dialog>
  );
}
