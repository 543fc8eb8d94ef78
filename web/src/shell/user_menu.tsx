import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconLanguage, IconLogout, IconPhoneCall } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { useSession, useTakeSession } from '../session/session';
import { languages, names, type Language } from '../words/languages';
import { useWords } from '../words/words';
import { SchemeItems } from './scheme_items';

function LanguageItems() {
  const { user } = useSession();
  const takeSession = useTakeSession();
  const choose = useMutation({
    mutationFn: (language: Language) =>
      take(client.PUT('/session/language', { body: { language } })),
    onSuccess: takeSession,
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

export function UserMenu() {
  const say = useWords();
  const { user, may } = useSession();
  const takeSession = useTakeSession();
  const signOut = useMutation({
    mutationFn: () => take(client.DELETE('/session')),
    onSuccess: () => takeSession(null),
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
