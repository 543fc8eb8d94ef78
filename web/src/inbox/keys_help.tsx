import { Kbd, Switch } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { Sheet } from '../list/sheet';
import { SmallButton } from '../list/small_button';
import { useWords } from '../words/words';
import classes from './keys_help.module.css';

interface KeysHelpProps {
  letters: boolean;
  setLetters: (letters: boolean) => void;
}

/** Which keys do what here, and the switch for those that are letters. */
export function KeysHelp({ letters, setLetters }: KeysHelpProps) {
  const say = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <span className={classes.button}>
        <SmallButton
          aria-haspopup="dialog"
          aria-label={say('web.inbox.keys')}
          title={say('web.inbox.keys')}
          onClick={() => setIsOpen(true)}
        >
          <IconKeyboard size={20} stroke={1.75} aria-hidden />
        </SmallButton>
      </span>
      {isOpen && (
        <Sheet title={say('web.inbox.keys')} close={() => setIsOpen(false)}>
          <dl className={classes.keys}>
            <dt>
              <Kbd>j</Kbd> <Kbd>↓</Kbd>
            </dt>
            <dd>{say('web.inbox.keys.next')}</dd>
            <dt>
              <Kbd>k</Kbd> <Kbd>↑</Kbd>
            </dt>
            <dd>{say('web.inbox.keys.before')}</dd>
            <dt>
              <Kbd>Enter</Kbd>
            </dt>
            <dd>{say('web.inbox.keys.open')}</dd>
          </dl>
          <Switch
            size="md"
            label={say('web.inbox.keys.letters')}
            checked={letters}
            onChange={(event) => setLetters(event.currentTarget.checked)}
          />
        </Sheet>
      )}
    </>
  );
}
