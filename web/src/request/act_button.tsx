import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../words/words';
import { actIcons } from './act_icons';
import type { Act } from './acts';
import classes from './act_bar.module.css';

interface ActButtonProps {
  act: Act;
  /** Else it stands there still, so that nothing else comes under the thumb. */
  isOpen: boolean;
  isDone: boolean;
  isFirst: boolean;
  busy: Act | undefined;
  onAct: () => void;
}

/** As wide as either word: nothing moves when the act is done. */
function ActWords({ act, isDone }: Pick<ActButtonProps, 'act' | 'isDone'>) {
  const say = useWords();
  return (
    <span className={classes.words}>
      <span data-shown={!isDone}>{say(`web.act.${act}`)}</span>
      <span data-shown={isDone}>{say(`web.act.past.${act}`)}</span>
    </span>
  );
}

export function ActButton({ act, isOpen, isDone, isFirst, busy, onAct }: ActButtonProps) {
  const Glyph = !isOpen && isDone ? IconCheck : actIcons[act];
  return (
    <Button
      className={classes.button ?? ''}
      size="sm"
      variant={isFirst ? 'filled' : 'default'}
      leftSection={<Glyph size={18} stroke={1.75} aria-hidden />}
      aria-describedby={isOpen ? `effect-${act}` : undefined}
      loading={busy === act}
      disabled={busy !== undefined && busy !== act}
      // Not `disabled`: the keyboard may be at it.
      data-disabled={!isOpen}
      aria-disabled={!isOpen}
      onClick={() => isOpen && onAct()}
    >
      <ActWords act={act} isDone={!isOpen && isDone} />
    </Button>
  );
}
