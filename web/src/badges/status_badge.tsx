import {
  IconBan,
  IconCheck,
  IconChecks,
  IconClock,
  IconUserOff,
  IconUserQuestion,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';
import { Badge, type Tone } from './badge';

const looks: Record<Schemas['EntryStatus'], { tone: Tone; icon: Icon; word: WordId }> = {
  pending: { tone: 'waiting', icon: IconClock, word: 'web.status.pending' },
  approved: { tone: 'good', icon: IconCheck, word: 'web.status.approved' },
  denied: { tone: 'quiet', icon: IconX, word: 'web.status.denied' },
  cancelled: { tone: 'quiet', icon: IconBan, word: 'web.status.cancelled' },
  completed: { tone: 'quiet', icon: IconChecks, word: 'web.status.completed' },
  unverified: { tone: 'open', icon: IconUserQuestion, word: 'web.status.unverified' },
  rejected: { tone: 'quiet', icon: IconUserOff, word: 'web.status.rejected' },
};

/** Where a request stands. */
export function StatusBadge({ status }: { status: Schemas['EntryStatus'] }) {
  const say = useWords();
  const { tone, icon, word } = looks[status];
  return <Badge tone={tone} icon={icon} word={say(word)} />;
}
