import { IconCheck } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { useAnnounce } from '../list/announcer';
import { useKeptFocus } from '../list/kept_focus';
import { isMisled } from '../list/moves';
import { SmallButton } from '../list/small_button';
import type { Times } from '../words/times';
import { useWords } from '../words/words';
import { useAcknowledge } from './acts';

/** Tells the employee that somebody has seen it, and the others that nothing more is to do. */
export function GotIt({ entry, times }: { entry: Schemas['Entry']; times: Times }) {
  const say = useWords();
  const announce = useAnnounce();
  const keptFocus = useKeptFocus();
  const name = entry.person?.name ?? say('web.board.somebody');
  const acknowledge = useAcknowledge(times, () => announce(say('web.board.seen_now', { name })));
  return (
    <SmallButton
      ref={keptFocus}
      aria-disabled={acknowledge.isPending}
      aria-label={say('web.board.got_it_of', { name })}
      onClick={(click) => {
        if (isMisled(click) || acknowledge.isPending || entry.call_out_id === null) return;
        acknowledge.mutate(entry.call_out_id);
      }}
    >
      <IconCheck size={18} stroke={2} aria-hidden />
      {say('web.board.got_it')}
    </SmallButton>
  );
}
