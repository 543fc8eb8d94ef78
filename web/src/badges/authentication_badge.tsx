import {
  IconKey,
  IconPhoneCheck,
  IconUserCheck,
  IconUserQuestion,
  IconUserShield,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';
import { Badge, type Tone } from './badge';

interface Look {
  tone: Tone;
  icon: Icon;
  word: WordId;
  explanation: WordId;
}

const looks: Record<Schemas['AuthenticationMethod'], Look> = {
  phone_match: {
    tone: 'good',
    icon: IconPhoneCheck,
    word: 'web.authentication.phone_match',
    explanation: 'web.authentication.phone_match.means',
  },
  pin: {
    tone: 'good',
    icon: IconKey,
    word: 'web.authentication.pin',
    explanation: 'web.authentication.pin.means',
  },
  manual: {
    tone: 'good',
    icon: IconUserCheck,
    word: 'web.authentication.manual',
    explanation: 'web.authentication.manual.means',
  },
  web: {
    tone: 'good',
    icon: IconUserShield,
    word: 'web.authentication.web',
    explanation: 'web.authentication.web.means',
  },
  none: {
    tone: 'open',
    icon: IconUserQuestion,
    word: 'web.authentication.none',
    explanation: 'web.authentication.none.means',
  },
};

/** How it is known whose call-out it is, or that nobody knows yet. */
export function AuthenticationBadge({ method }: { method: Schemas['AuthenticationMethod'] }) {
  const say = useWords();
  const { tone, icon, word, explanation } = looks[method];
  return <Badge tone={tone} icon={icon} word={say(word)} explanation={say(explanation)} />;
}
