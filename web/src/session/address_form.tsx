import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { fieldOf, useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import { looksLikeAddress } from './checks';
import { focusAtOnce, focusOnWrongField } from './focus';
import { FormTrouble } from './form_trouble';
import type { useSendCode } from './sign_in';

interface AddressFormProps {
  address: string;
  sending: ReturnType<typeof useSendCode>;
  onSend: (address: string) => void;
}

/** Where a code shall be sent to. */
export function AddressForm({ address, sending, onSend }: AddressFormProps) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const [typed, setTyped] = useState(address);
  const [isChecked, setChecked] = useState(false);
  const isNamed = fieldOf(sending.error) === 'address';
  const isWrong = (isChecked && !looksLikeAddress(typed)) || isNamed;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (!looksLikeAddress(typed)) return focusOnWrongField(event.currentTarget);
    onSend(typed.trim());
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <TextInput
          ref={focusAtOnce}
          name="address"
          label={say('web.sign_in.address')}
          description={say('web.sign_in.address_why')}
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isWrong && say('web.sign_in.address_missing')}
          errorProps={{ role: 'alert' }}
        />
        <FormTrouble words={sending.error && !isNamed ? sayProblem(sending.error) : undefined} />
        <Button type="submit" loading={sending.isPending}>
          {say('web.sign_in.by_code')}
        </Button>
      </Stack>
    </form>
  );
}
