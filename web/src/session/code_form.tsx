import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { codeOf } from '../api/problem';
import { useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import { bareCode } from './checks';
import { focusAtOnce, focusOnWrongField } from './focus';
import { FormTrouble } from './form_trouble';
import { RememberBox } from './remember_box';
import type { useSendCode, useSignIn } from './sign_in';

interface CodeFormProps {
  address: string;
  remember: boolean;
  onRemember: (remember: boolean) => void;
  sending: ReturnType<typeof useSendCode>;
  signingIn: ReturnType<typeof useSignIn>;
  onEnter: (code: string) => void;
  onAgain: () => void;
  onOtherAddress: () => void;
}

/** The code has not come, or went astray. */
function OtherWays({ sending, onAgain, onOtherAddress }: CodeFormProps) {
  const say = useWords();
  return (
    <Group gap={4} justify="space-between">
      <Button
        variant="subtle"
        size="compact-md"
        h={44}
        px={0}
        onClick={onAgain}
        loading={sending.isPending}
      >
        {say('web.sign_in.code_again')}
      </Button>
      <Button variant="subtle" size="compact-md" h={44} px={0} onClick={onOtherAddress}>
        {say('web.sign_in.address_other')}
      </Button>
    </Group>
  );
}

export function CodeForm(props: CodeFormProps) {
  const { address, sending, signingIn, onEnter } = props;
  const say = useWords();
  const sayProblem = useProblemWords();
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [sent, setSent] = useState(1);
  const isRefused = signingIn.error !== null && codeOf(signingIn.error) === 'sign-in-refused';
  const isMissing = isChecked && bareCode(code) === '';
  const trouble = sending.error ?? (isRefused ? null : signingIn.error);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (bareCode(code) === '') return focusOnWrongField(event.currentTarget);
    onEnter(bareCode(code));
  };
  const again = () => {
    setSent(sent + 1);
    props.onAgain();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Text component="output" size="sm">
          {sent > 1 && sending.isSuccess && `${say('web.sign_in.code_another')} `}
          {say('web.sign_in.code_sent', { address })}
        </Text>
        <TextInput
          ref={focusAtOnce}
          name="code"
          label={say('web.sign_in.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={
            isMissing
              ? say('web.sign_in.code_missing')
              : isRefused && say('web.sign_in.code_refused')
          }
          errorProps={{ role: 'alert' }}
        />
        <RememberBox value={props.remember} onChange={props.onRemember} />
        <FormTrouble words={trouble ? sayProblem(trouble) : undefined} />
        <Button type="submit" loading={signingIn.isPending}>
          {say('web.sign_in.do')}
        </Button>
        <OtherWays {...props} onAgain={again} />
      </Stack>
    </form>
  );
}
