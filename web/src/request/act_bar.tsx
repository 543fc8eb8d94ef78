import { Button, Menu, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconChevronUp,
  IconCoins,
  IconCoinOff,
  IconEyeCheck,
  type Icon,
} from '@tabler/icons-react';
import { useWords } from '../words/words';
import type { Act } from './acts';
import classes from './act_bar.module.css';

export const actIcons: Record<Act, Icon> = {
  acknowledge: IconEyeCheck,
  approve: IconCheck,
  charge: IconCoins,
  do_not_charge: IconCoinOff,
  deny: IconBan,
  cancel: IconArrowBackUp,
};

interface ActBarProps {
  acts: Act[];
  effectOf: (act: Act) => string;
  /** The one that is under way. */
  busy: Act | undefined;
  onAct: (act: Act) => void;
}

function ActButton({
  act,
  isFirst,
  busy,
  onAct,
}: { act: Act; isFirst: boolean } & Pick<ActBarProps, 'busy' | 'onAct'>) {
  const say = useWords();
  const Glyph = actIcons[act];
  return (
    <Button
      className={classes.button ?? ''}
      size="sm"
      variant={isFirst ? 'filled' : 'default'}
      leftSection={<Glyph size={18} stroke={1.75} aria-hidden />}
      aria-describedby={`effect-${act}`}
      loading={busy === act}
      disabled={busy !== undefined && busy !== act}
      onClick={() => onAct(act)}
    >
      {say(`web.act.${act}`)}
    </Button>
  );
}

function MoreActs({ acts, effectOf, busy, onAct }: ActBarProps) {
  const say = useWords();
  return (
    <Menu
      position="top-end"
      width={300}
      shadow="md"
      portalProps={{ target: '#page' }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          className={classes.more ?? ''}
          size="sm"
          variant="default"
          rightSection={<IconChevronUp size={16} aria-hidden />}
          loading={busy !== undefined && acts.includes(busy)}
        >
          {say('web.act.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => {
          const Glyph = actIcons[act];
          return (
            <Menu.Item
              key={act}
              className={classes.item ?? ''}
              leftSection={<Glyph size={18} stroke={1.75} aria-hidden />}
              onClick={() => onAct(act)}
            >
              {say(`web.act.${act}`)}
              <Text size="xs" c="dimmed">
                {effectOf(act)}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done, each with what it does: the two likeliest at hand, the rest behind "More". */
export function ActBar({ acts, effectOf, busy, onAct }: ActBarProps) {
  const say = useWords();
  const near = acts.slice(0, 2);
  const far = acts.slice(2);
  return (
    <section aria-label={say('web.act.title')} className={classes.bar}>
      <div className={classes.buttons}>
        {near.map((act) => (
          <ActButton key={act} act={act} isFirst={act === acts[0]} busy={busy} onAct={onAct} />
        ))}
        {far.length > 0 && <MoreActs acts={far} effectOf={effectOf} busy={busy} onAct={onAct} />}
      </div>
      <ul className={classes.effects}>
        {near.map((act) => (
          <li key={act} id={`effect-${act}`}>
            <strong>{say(`web.act.${act}`)}:</strong> {effectOf(act)}
          </li>
        ))}
      </ul>
    </section>
  );
}
