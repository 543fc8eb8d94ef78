import { Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLanguage } from '@tabler/icons-react';
import { SchemeItems } from '../shell/scheme_items';
import { languages, names, type Language } from '../words/languages';
import { useLanguage, useWords } from '../words/words';
import { BarButton } from './bar_button';

/** Language and light, kept in this browser. */
export function PreferencesMenu() {
  const say = useWords();
  const { language, choose } = useLanguage();
  return (
    <Menu position="bottom-end" width={220} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <BarButton icon={IconAdjustmentsHorizontal} word={say('web.side.preferences')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={language} onChange={(value) => choose(value as Language)}>
          {languages.map((one) => (
            <Menu.RadioItem
              key={one}
              value={one}
              closeMenuOnClick
              lang={one}
              rightSection={<IconLanguage size={18} stroke={1.75} aria-hidden />}
            >
              {names[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <SchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
