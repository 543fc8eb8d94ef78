import type { ReactNode } from 'react';
import { useLiveState } from '../api/live';
import { useWords } from '../words/words';
import { PreferencesMenu } from './preferences_menu';
import classes from './side_bar.module.css';

interface SideBarProps {
  icon: string;
  title: string;
  /** Says what this page is, so that nobody takes it for the real thing. */
  note: string;
  /** Between the title and the tools; beneath them where it is narrow. */
  news?: ReactNode;
  children?: ReactNode;
}

/** Says so as long as what is shown may be old. */
function LostNote() {
  const say = useWords();
  const isLost = useLiveState() === 'lost';
  return <output>{isLost && <span className={classes.lost}>{say('web.live.lost')}</span>}</output>;
}

/** The head of a page beside the application. */
export function SideBar({ icon, title, note, news, children }: SideBarProps) {
  const say = useWords();
  return (
    <header className={classes.head}>
      <a href="#page" className={classes.skip}>
        {say('web.side.skip')}
      </a>
      <div className={classes.bar}>
        <img src={icon} alt="" width={28} height={28} />
        <h1 className={classes.title}>{title}</h1>
        {news}
        <div className={classes.tools}>
          {children}
          <PreferencesMenu />
        </div>
      </div>
      <p className={classes.note}>{note}</p>
      <LostNote />
    </header>
  );
}
