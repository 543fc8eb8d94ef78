import {
  IconDeviceLaptop,
  IconMessage2,
  IconPencil,
  IconPhone,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';
import { Badge } from './badge';

const looks: Record<Schemas['Source'], { icon: Icon; word: WordId }> = {
  phone: { icon: IconPhone, word: 'web.source.phone' },
  sms: { icon: IconMessage2, word: 'web.source.sms' },
  web: { icon: IconDeviceLaptop, word: 'web.source.web' },
  manual: { icon: IconPencil, word: 'web.source.manual' },
};

/** How something came: "by phone", "by text". */
export function SourceBadge({ source }: { source: Schemas['Source'] }) {
  const say = useWords();
  const { icon, word } = looks[source];
  return <Badge tone="plain" icon={icon} word={say(word)} />;
}
