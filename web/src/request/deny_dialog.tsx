import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { forgetDraft } from '../session/drafts';
import { focusOnWrongField } from '../session/focus';
import { useSession } from '../session/session';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { OutcomeNote, type TellOutcome } from './outcome';
import { denialOf } from './use_asked';
import type { Request } from './use_decide';
import { useDenial } from './use_denial';

interface DenyDialogProps {
  request: Request;
  /** The state that is denied: the one that was shown. */
  version: number;
  isOpen: boolean;
  onClose: () => void;
  tell: TellOutcome;
}

function DenyForm({ request, version, onClose, tell }: DenyDialogProps) {
  const say = useWords();
  const { reason, trouble, isBusy, isOver, write, send } = useDenial({
    request,
    version,
    onClose,
    tell,
  });
  const [isChecked, setChecked] = useState(false);
  const check = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (reason.trim() === '') return focusOnWrongField(event.currentTarget);
    send();
  };
  return (
    <form onSubmit={check} noValidate>
      <OutcomeNote outcome={trouble} />
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
          readOnly={isOver}
          value={reason}
          onChange={(event) => write(event.currentTarget.value)}
          error={isChecked && reason.trim() === '' && say('web.deny.reason_missing')}
          errorProps={{ role: 'alert' }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say(isOver ? 'web.dialog.close' : 'web.dialog.cancel')}
          </Button>
          {!isOver && (
            <Button type="submit" loading={isBusy}>
              {say('web.act.deny')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Says what denying means, and asks for the reason that the employee reads. */
export function DenyDialog(props: DenyDialogProps) {
  const say = useWords();
  const { user } = useSession();
  const { request, isOpen, onClose } = props;
  const giveUp = () => {
    forgetDraft(user.id, denialOf(request));
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      isWritten
      onClose={giveUp}
      title={say('web.deny.title', { name: request.person.name })}
    >
      <DenyForm {...props} onClose={giveUp} />
    </Dialog>
  );
}
