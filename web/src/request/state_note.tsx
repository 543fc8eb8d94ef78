import { IconInfoCircle } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { useWords } from '../words/words';
import classes from './state_note.module.css';

/** What became of a call-out that no longer counts. */
export function StateNote({ state }: { state: Schemas['CallOut']['state'] }) {
  const say = useWords();
  if (state === 'live') return null;
  return (
    <p className={classes.note}>
      <IconInfoCircle size={20} stroke={1.75} aria-hidden />
      {say(`web.call_out.state.${state}`)}
    </p>
  );
}
