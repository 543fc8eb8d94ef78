import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import classes from './act_bar.module.css';
import { ActButton } from './act_button';
import type { TellOutcome } from './outcome';
import { useAcknowledge } from './use_acknowledge';
import { useReject } from './use_reject';

interface CallOutActsProps {
  callOut: Schemas['CallOut'];
  tell: TellOutcome;
}

function GotItButton({ callOut, tell }: CallOutActsProps) {
  const acknowledge = useAcknowledge(callOut, tell);
  return (
    <ActButton
      act="acknowledge"
      isOpen={callOut.may.acknowledge}
      isDone={callOut.acknowledged !== null}
      isFirst={callOut.may.acknowledge}
      busy={acknowledge.isPending ? 'acknowledge' : undefined}
      onAct={() => acknowledge.mutate()}
    />
  );
}

/** Rejecting, with a confirmation that names its effect. */
function RejectButton({ callOut, tell }: CallOutActsProps) {
  const say = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  const reject = useReject(callOut, tell);
  return (
    <>
      <Button
        className={classes.button ?? ''}
        size="sm"
        variant="default"
        leftSection={<IconUserOff size={18} stroke={1.75} aria-hidden />}
        onClick={open}
      >
        {say('web.reject.open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={say('web.reject.title')}>
        <Stack>
          <Text>{say('web.reject.effect')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {say('web.dialog.cancel')}
            </Button>
            <Button
              loading={reject.isPending}
              onClick={() => reject.mutate(undefined, { onSettled: close })}
            >
              {say('web.reject.do')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

/** What can be done about a call-out besides saying whose it is. */
export function CallOutActs({ callOut, tell }: CallOutActsProps) {
  const say = useWords();
  const { acknowledge, reject } = callOut.may;
  const [hadGotIt] = useState(acknowledge);
  return (
    <section aria-label={say('web.act.title')} className={classes.bar}>
      <div className={classes.buttons}>
        {(acknowledge || hadGotIt) && <GotItButton callOut={callOut} tell={tell} />}
        {reject && <RejectButton callOut={callOut} tell={tell} />}
      </div>
      {acknowledge && (
        <p className={classes.effects} id="effect-acknowledge">
          {say('web.call_out.effect.acknowledge')}
        </p>
      )}
    </section>
  );
}
