import { Button, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useWords } from '../words/words';
import { useProblemWords } from '../words/problem_words';
import { codeOf } from '../api/problem';
import { isLongEnough } from './checks';
import { focusAtOnce, focusOnWrongField } from './focus';
import { FormTrouble } from './form_trouble';
import { PasswordField } from './password_field';
import type { useSignIn } from './sign_in';

interface ChoosePasswordFormProps {
  address: string;
  signingIn: ReturnType<typeof useSignIn>;
  onChoose: (password: string) => void;
}

/** Who answers for others signs in with a password from now on; the code is spent with it. */
export function ChoosePasswordForm({ address, signingIn, onChoose }: ChoosePasswordFormProps) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = isChecked && !isLongEnough(password);
  const isWeak = signingIn.error !== null && codeOf(signingIn.error) === 'invalid';
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (!isLongEnough(password)) return focusOnWrongField(event.currentTarget);
    onChoose(password);
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Text component="output" size="sm">
          {say('web.sign_in.choose_why')}
        </Text>
        <input name="username" autoComplete="username" value={address} readOnly hidden />
        <PasswordField
          ref={focusAtOnce}
          name="new-password"
          label={say('web.password.new')}
          description={say('web.password.rule')}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isShort ? say('web.password.short') : isWeak && say('web.password.weak')}
        />
        <FormTrouble words={signingIn.error && !isWeak ? sayProblem(signingIn.error) : undefined} />
        <Button type="submit" loading={signingIn.isPending}>
          {say('web.sign_in.choose_do')}
        </Button>
      </Stack>
    </form>
  );
}
