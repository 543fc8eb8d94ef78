import { useWords } from '../words/words';
import classes from './more.module.css';
import { SmallButton } from './small_button';

interface MoreProps {
  has: boolean;
  isComing: boolean;
  fetch: () => Promise<unknown>;
}

/** The next page of a list. The focus goes to its first row, so that a keyboard goes on where it was. */
export function More({ has, isComing, fetch }: MoreProps) {
  const say = useWords();
  if (!has) return null;
  const show = async (button: HTMLElement) => {
    const rows = button.closest('[data-rows]');
    const before = rows?.querySelectorAll('li').length ?? 0;
    await fetch();
    requestAnimationFrame(() =>
      rows?.querySelectorAll('li')[before]?.querySelector<HTMLElement>('a, button')?.focus(),
    );
  };
  return (
    <div className={classes.more}>
      <SmallButton
        aria-disabled={isComing}
        onClick={(event) => isComing || void show(event.currentTarget)}
      >
        {say(isComing ? 'web.list.coming' : 'web.list.more')}
      </SmallButton>
    </div>
  );
}
