import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words';

/** A password that can be looked at; the eye is for the keyboard too. */
export function PasswordField(props: PasswordInputProps) {
  const say = useWords();
  const [isSeen, setSeen] = useState(false);
  return (
    <PasswordInput
      visible={isSeen}
      onVisibilityChange={setSeen}
      visibilityToggleButtonProps={{
        'aria-label': say('web.password.show'),
        'aria-pressed': isSeen,
        tabIndex: 0,
      }}
      errorProps={{ role: 'alert' }}
      spellCheck={false}
      autoCapitalize="none"
      {...props}
    />
  );
}
