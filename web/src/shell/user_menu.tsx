import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLanguage, IconLogout, IconPhoneCall } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { codeOf } from '../api/problem';
import { useSayTrouble } from '../list/say_trouble';
import { useSession, useTakeSession } from '../session/session';
import { languages, names, type Language } from '../words/languages';
import { useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import { SchemeItems } from './scheme_items';

function LanguageItems() {
  const { user } = useSession();
  const takeSession = useTakeSession();
  const choose = useMutation({
    mutationFn: (language: Language) =>
      take(client.PUT('/session/language', { body: { language } })),
    onSuccess: takeSession,
    onError: useSayTrouble(),
  });
  return (
    <Menu.RadioGroup
      value={user.language}
      onChange={(language) => choose.mutate(language as Language)}
    >
      {languages.map((language) => (
        <Menu.RadioItem
          key={language}
          value={language}
          closeMenuOnClick
          lang={language}
          rightSection={<IconLanguage size={18} stroke={1.75} aria-hidden />}
        >
          {names[language]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** Stays until it is put away: whoever turns from a shared device must not believe that they are signed out. */
function useSaySignedInStill() {
  const say = useWords();
  const sayProblem = useProblemWords();
  return (error: unknown) => {
    if (codeOf(error) === 'sign-in-needed') return; // the session has ended by itself
    notifications.show({
      color: 'red',
      autoClose: false,
      title: say('web.shell.sign_out_failed'),
      message: sayProblem(error),
      closeButtonProps: { 'aria-label': say('web.dialog.close') },
    });
  };
}

export function UserMenu() {
  const say = useWords();
  const { user, may } = useSession();
  const takeSession = useTakeSession();
  const signOut = useMutation({
    mutationFn: () => take(client.DELETE('/session')),
    onSuccess: () => takeSession(null),
    onError: useSaySignedInStill(),
  });
  return (
    <Menu position="bottom-end" width={240} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar name={user.name} variant="filled" radius="xl" aria-hidden />
          <VisuallyHidden>{say('web.shell.you', { name: user.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.name}</Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        {may.practise && (
          <Menu.Item
            component="a"
            href="/practice/"
            leftSection={<IconPhoneCall size={18} stroke={1.75} aria-hidden />}
          >
            {say('web.shell.practise')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLogout size={18} stroke={1.75} aria-hidden />}
          onClick={() => signOut.mutate()}
        >
          {say('web.shell.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
