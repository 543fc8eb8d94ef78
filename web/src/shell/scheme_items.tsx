import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun, type Icon } from '@tabler/icons-react';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';

const schemes: { value: MantineColorScheme; name: WordId; icon: Icon }[] = [
  { value: 'light', name: 'web.scheme.light', icon: IconSun },
  { value: 'dark', name: 'web.scheme.dark', icon: IconMoon },
  { value: 'auto', name: 'web.scheme.auto', icon: IconDeviceDesktop },
];

/** Of a menu: light, dark, or as the device has it. */
export function SchemeItems() {
  const say = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
    >
      {schemes.map((scheme) => (
        <Menu.RadioItem
          key={scheme.value}
          value={scheme.value}
          closeMenuOnClick
          rightSection={<scheme.icon size={18} stroke={1.75} aria-hidden />}
        >
          {say(scheme.name)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
