import { Button, Divider } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../words/words';
import { CodeSteps } from './code_steps';
import { PasswordForm } from './password_form';
import { SessionFrame } from './session_frame';
import classes from './session_frame.module.css';

/** Whether somebody was at work here: who signs out takes their data with them, who is cut off does not. */
function useHasEnded(): boolean {
  const queries = useQueryClient();
  const [hasEnded] = useState(
    () =>
      queries.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
        .length > 0,
  );
  return hasEnded;
}

/** In place of the page that was asked for; its address stays. */
export function SignInPage() {
  const say = useWords();
  const hasEnded = useHasEnded();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const other = way === 'password' ? 'code' : 'password';
  return (
    <SessionFrame title={say('web.sign_in.title')}>
      {hasEnded && (
        <output className={classes.note}>
          <IconClock size={20} stroke={1.75} aria-hidden />
          {say('web.sign_in.ended')}
        </output>
      )}
      {way === 'password' ? <PasswordForm /> : <CodeSteps />}
      <Divider label={say('web.sign_in.or')} />
      <Button variant="default" onClick={() => setWay(other)}>
        {say(other === 'code' ? 'web.sign_in.by_code' : 'web.sign_in.by_password')}
      </Button>
    </SessionFrame>
  );
}
