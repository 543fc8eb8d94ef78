import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { readablePhoneNumber } from '../badges/phone_number';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import type { TellOutcome } from './outcome';
import { useAssign } from './use_assign';

interface AssignDialogProps {
  callOut: Schemas['CallOut'];
  candidate: Schemas['Candidate'] | undefined;
  onClose: () => void;
  tell: TellOutcome;
}

function AssignForm({
  callOut,
  candidate,
  onClose,
  tell,
}: AssignDialogProps & { candidate: Schemas['Candidate'] }) {
  const say = useWords();
  const [addNumber, setAddNumber] = useState(false);
  const assign = useAssign(callOut, tell);
  const { person, why } = candidate;
  const { phone_number_used: number } = callOut;
  return (
    <Stack>
      <Text>{say('web.whose.effect', { name: person.name, team: person.team })}</Text>
      {number && why !== 'number' && (
        <Checkbox
          size="md"
          label={say('web.whose.add_number', { number: readablePhoneNumber(number) })}
          description={say('web.whose.add_number_why')}
          checked={addNumber}
          onChange={(event) => setAddNumber(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {say('web.dialog.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={assign.isPending}
          onClick={() => assign.mutate({ person, addNumber }, { onSettled: onClose })}
        >
          {say(why === 'search' ? 'web.whose.assign' : 'web.whose.confirm')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Before a call-out becomes somebody's: who is told of it. */
export function AssignDialog(props: AssignDialogProps) {
  const say = useWords();
  const { candidate, onClose } = props;
  return (
    <Dialog
      isOpen={candidate !== undefined}
      onClose={onClose}
      title={candidate ? say('web.whose.question', { name: candidate.person.name }) : ''}
    >
      {candidate && <AssignForm {...props} candidate={candidate} />}
    </Dialog>
  );
}
