import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { codeOf } from '../api/problem';
import { useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import { looksLikeEmail } from './checks';
import { focusAtOnce, focusOnWrongField } from './focus';
import { FormTrouble } from './form_trouble';
import { PasswordField } from './password_field';
import { RememberBox } from './remember_box';
import { useSignIn } from './sign_in';

function useErrors(email: string, password: string, isChecked: boolean, error: unknown) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const isRefused = error !== null && codeOf(error) === 'sign-in-refused';
  return {
    email: isChecked && !looksLikeEmail(email) ? say('web.sign_in.email_missing') : undefined,
    password:
      isChecked && password === ''
        ? say('web.password.missing')
        : isRefused
          ? say('web.sign_in.refused')
          : undefined,
    form: error !== null && !isRefused ? sayProblem(error) : undefined,
  };
}

/** E-mail and password, as people who answer for others sign in. */
export function PasswordForm() {
  const say = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const signIn = useSignIn();
  const errors = useErrors(email, password, isChecked, signIn.error);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setChecked(true);
    if (!looksLikeEmail(email) || password === '') return focusOnWrongField(form);
    const body = { email: email.trim(), password, remember };
    signIn.mutate(body, { onError: () => focusOnWrongField(form) });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <TextInput
          ref={focusAtOnce}
          type="email"
          name="email"
          label={say('web.sign_in.email')}
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          autoCapitalize="none"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={errors.email}
          errorProps={{ role: 'alert' }}
        />
        <PasswordField
          name="password"
          label={say('web.password.label')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={errors.password}
        />
        <RememberBox value={remember} onChange={setRemember} />
        <FormTrouble words={errors.form} />
        <Button type="submit" loading={signIn.isPending}>
          {say('web.sign_in.do')}
        </Button>
      </Stack>
    </form>
  );
}
