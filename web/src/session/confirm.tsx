import { Button, Stack, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { client, take } from '../api/client';
import { codeOf } from '../api/problem';
import { Dialog } from '../shell/dialog';
import { useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import { focusOnWrongField } from './focus';
import { PasswordField } from './password_field';
import { useSession, useTakeSession } from './session';

function useConfirmation() {
  const takeSession = useTakeSession();
  return useMutation({
    mutationFn: (password: string) =>
      take(client.POST('/session/confirmation', { body: { password } })),
    // Whatever was withheld is fetched anew with it.
    onSuccess: takeSession,
  });
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const { user } = useSession();
  const [password, setPassword] = useState('');
  const confirm = useConfirmation();
  const wrong = codeOf(confirm.error) === 'sign-in-refused';
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    confirm.mutate(password, { onSuccess: onDone, onError: () => focusOnWrongField(form) });
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Text c="dimmed">{say('web.confirm.why')}</Text>
        <input type="email" autoComplete="username" value={user.email ?? ''} readOnly hidden />
        <PasswordField
          label={say('web.password.label')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={confirm.error && (wrong ? say('web.confirm.wrong') : sayProblem(confirm.error))}
        />
        <Button type="submit" loading={confirm.isPending}>
          {say('web.confirm.do')}
        </Button>
      </Stack>
    </form>
  );
}

/** In place of words and sound that are withheld until the password has been given once more. */
export function ConfirmButton(props: ButtonProps) {
  const say = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLockOpen size={18} aria-hidden />}
        onClick={open}
        {...props}
      >
        {say('web.confirm.open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={say('web.confirm.title')}>
        <PasswordForm onDone={close} />
      </Dialog>
    </>
  );
}
