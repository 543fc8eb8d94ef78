import {
  Avatar,
  Menu,
  UnstyledButton,
  VisuallyHidden,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  type Icon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { useSession, useTakeSession } from '../session/session';
import { languages, names, type Language, type WordId } from '../words/languages';
import { useWords } from '../words/words';

const schemes: { value: MantineColorScheme; name: WordId; icon: Icon }[] = [
  { value: 'light', name: 'web.scheme.light', icon: IconSun },
  { value: 'dark', name: 'web.scheme.dark', icon: IconMoon },
  { value: 'auto', name: 'web.scheme.auto', icon: IconDeviceDesktop },
];

function Chosen({ when }: { when: boolean }) {
  return when ? <IconCheck size={16} aria-hidden /> : null;
}

function SchemeItems() {
  const say = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return schemes.map((scheme) => (
    <Menu.Item
      key={scheme.value}
      leftSection={<scheme.icon size={18} stroke={1.75} aria-hidden />}
      rightSection={<Chosen when={colorScheme === scheme.value} />}
      role="menuitemradio"
      aria-checked={colorScheme === scheme.value}
      onClick={() => setColorScheme(scheme.value)}
    >
      {say(scheme.name)}
    </Menu.Item>
  ));
}

function LanguageItems() {
  const session = useSession();
  const takeSession = useTakeSession();
  const choose = useMutation({
    mutationFn: (language: Language) =>
      take(client.PUT('/session/language', { body: { language } })),
    onSuccess: takeSession,
  });
  return languages.map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      leftSection={<IconLanguage size={18} stroke={1.75} aria-hidden />}
      rightSection={<Chosen when={session.user.language === language} />}
      role="menuitemradio"
      aria-checked={session.user.language === language}
      onClick={() => choose.mutate(language)}
    >
      {names[language]}
    </Menu.Item>
  ));
}

export function UserMenu() {
  const say = useWords();
  const { user } = useSession();
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
