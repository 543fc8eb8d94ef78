import { Button, Menu, Text } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/words';
import classes from './act_bar.module.css';
import { actIcons } from './act_icons';
import type { Act } from './acts';

export interface MoreActsProps {
  acts: readonly Act[];
  /** Of the request. */
  version: number;
  effectOf: (act: Act) => string;
  /** The one that is under way. */
  busy: Act | undefined;
  onAct: (act: Act, version: number) => void;
}

/** The rest. While it is open it stays as it was opened, and what is chosen is meant for that state. */
export function MoreActs({ acts, version, effectOf, busy, onAct }: MoreActsProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const [opened, setOpened] = useState({ acts, version, effectOf });
  const isEmpty = acts.length === 0 && !isOpen;
  const open = (wanted: boolean) => {
    if (wanted) setOpened({ acts, version, effectOf });
    setOpen(wanted && !isEmpty);
  };
  return (
    <Menu
      position="top-end"
      width={300}
      shadow="md"
      portalProps={{ target: '#page' }}
      withInitialFocusPlaceholder={false}
      opened={isOpen}
      onChange={open}
    >
      <Menu.Target>
        <Button
          className={classes.more ?? ''}
          size="sm"
          variant="default"
          rightSection={<IconChevronUp size={16} aria-hidden />}
          loading={busy !== undefined && opened.acts.includes(busy)}
          data-disabled={isEmpty}
          aria-disabled={isEmpty}
        >
          {say('web.act.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {opened.acts.map((act) => {
          const Glyph = actIcons[act];
          return (
            <Menu.Item
              key={act}
              className={classes.item ?? ''}
              leftSection={<Glyph size={18} stroke={1.75} aria-hidden />}
              onClick={() => onAct(act, opened.version)}
            >
              {say(`web.act.${act}`)}
              <Text size="xs" c="dimmed">
                {opened.effectOf(act)}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
