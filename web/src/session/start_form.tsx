import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { client, take, type Schemas } from '../api/client';
import { codeOf } from '../api/problem';
import { fieldOf, useProblemWords } from '../words/problem_words';
import { useLanguage, useWords } from '../words/words';
import { isLongEnough, looksLikeEmail } from './checks';
import { focusAtOnce, focusOnWrongField } from './focus';
import { FormTrouble } from './form_trouble';
import { PasswordField } from './password_field';
import { useTakeSession, type Session } from './session';

type Account = { name: string; email: string; password: string };

function useMakeAdministrator(token: string) {
  const { language } = useLanguage();
  const takeSession = useTakeSession();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (account: Account): Promise<Session> =>
      take<Schemas['Session']>(
        client.POST('/administrators', { body: { ...account, token, language } }),
      ),
    onSuccess: (session) => {
      takeSession(session);
      void navigate('/board', { replace: true });
    },
  });
}

/** What is wrong with each field, as far as it has been looked at; the server's word counts too. */
function useErrors(account: Account, isChecked: boolean, error: unknown) {
  const say = useWords();
  const named = fieldOf(error);
  return {
    name:
      (isChecked && account.name.trim() === '') || named === 'name'
        ? say('web.start.name_missing')
        : undefined,
    email:
      (isChecked && !looksLikeEmail(account.email)) || named === 'email'
        ? say('web.start.email_wrong')
        : undefined,
    password:
      isChecked && !isLongEnough(account.password)
        ? say('web.password.short')
        : named === 'password'
          ? say('web.password.weak')
          : undefined,
  };
}

function isComplete({ name, email, password }: Account): boolean {
  return name.trim() !== '' && looksLikeEmail(email) && isLongEnough(password);
}

interface FieldsProps {
  account: Account;
  errors: Partial<Record<keyof Account, string | undefined>>;
  onChange: (account: Account) => void;
}
function Fields({ account, errors, onChange }: FieldsProps) {
  const say = useWords();
  const props = (field: keyof Account) => ({
    name: field,
    value: account[field],
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...account, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        ref={focusAtOnce}
        label={say('web.start.name')}
        autoComplete="name"
        maxLength={100}
        errorProps={{ role: 'alert' }}
        {...props('name')}
      />
      <TextInput
        type="email"
        label={say('web.sign_in.email')}
        autoComplete="username"
        maxLength={254}
        spellCheck={false}
        autoCapitalize="none"
        errorProps={{ role: 'alert' }}
        {...props('email')}
      />
      <PasswordField
        label={say('web.password.label')}
        description={say('web.password.rule')}
        autoComplete="new-password"
        {...props('password')}
      />
    </>
  );
}

export function StartForm({ token, onUsed }: { token: string; onUsed: () => void }) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const [account, setAccount] = useState<Account>({ name: '', email: '', password: '' });
  const [isChecked, setChecked] = useState(false);
  const make = useMakeAdministrator(token);
  const errors = useErrors(account, isChecked, make.error);
  const isNamed = Object.values(errors).some((error) => error !== undefined);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setChecked(true);
    if (!isComplete(account)) return focusOnWrongField(form);
    const onError = (error: unknown) =>
      codeOf(error) === 'link-used' ? onUsed() : focusOnWrongField(form);
    make.mutate(
      { ...account, name: account.name.trim(), email: account.email.trim() },
      { onError },
    );
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Text c="dimmed">{say('web.start.why')}</Text>
        <Fields account={account} errors={errors} onChange={setAccount} />
        <FormTrouble words={make.error && !isNamed ? sayProblem(make.error) : undefined} />
        <Button type="submit" loading={make.isPending}>
          {say('web.start.do')}
        </Button>
      </Stack>
    </form>
  );
}
