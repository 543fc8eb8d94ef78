import { IconBolt, IconKeyboard, IconLayoutDashboard, IconMail } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import icon from '../icon.svg';
import { BarButton, BarLink } from '../../src/side/bar_button';
import { SideBar } from '../../src/side/side_bar';
import type { Line } from '../api/desk';
import { MishapsDrawer } from '../mishaps/mishaps_drawer';
import { useSay } from '../words';
import { HelpSheet } from './help_sheet';

const glyphs = { board: IconLayoutDashboard, mailbox: IconMail } as const;

interface HeadProps {
  line: Line;
  hasKeys: boolean;
  setKeys: (has: boolean) => void;
  news: ReactNode;
}

/** Says that this is no real telephone, and leads to what else there is to see. */
export function Head({ line, hasKeys, setKeys, news }: HeadProps) {
  const say = useSay();
  const [open, setOpen] = useState<'help' | 'mishaps'>();
  const close = () => setOpen(undefined);
  return (
    <SideBar
      icon={icon}
      title={say(`phone.title.${line.mode}`)}
      note={say(`phone.note.${line.mode}`)}
      news={news}
    >
      {line.links.map(({ name, url }) => (
        <BarLink key={name} icon={glyphs[name]} word={say(`phone.link.${name}`)} href={url} />
      ))}
      {/* An exercise shows how it goes when all is well. */}
      {line.mode === 'simulator' && (
        <BarButton
          icon={IconBolt}
          word={say('phone.mishaps')}
          aria-haspopup="dialog"
          onClick={() => setOpen('mishaps')}
        />
      )}
      <BarButton
        icon={IconKeyboard}
        word={say('phone.help')}
        aria-haspopup="dialog"
        onClick={() => setOpen('help')}
      />
      {open === 'mishaps' && <MishapsDrawer close={close} />}
      {open === 'help' && <HelpSheet hasKeys={hasKeys} setKeys={setKeys} close={close} />}
    </SideBar>
  );
}
