import {
  IconCheck,
  IconClockQuestion,
  IconMessageQuestion,
  IconPhoneX,
  IconPlugConnectedX,
  IconQuestionMark,
  IconUserQuestion,
  type Icon,
} from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { Badge } from '../badges/badge';
import { PersonLine } from '../badges/person_line';
import { PhoneLink } from '../badges/phone_link';
import { SourceBadge } from '../badges/source_badge';
import { ReceivedAt } from '../list/received_at';
import { useSession } from '../session/session';
import type { Times } from '../words/times';
import type { WordId } from '../words/languages';
import { useWords } from '../words/words';
import { AttemptActs } from './attempt_acts';
import classes from './attempt_row.module.css';
import { AttemptWords } from './attempt_words';

export type Attempt = Schemas['Attempt'];

const looks: Record<Attempt['kind'], { icon: Icon; word: WordId }> = {
  incomplete: { icon: IconPhoneX, word: 'web.attempt.incomplete' },
  unclear: { icon: IconMessageQuestion, word: 'web.attempt.unclear' },
  unrecognised: { icon: IconUserQuestion, word: 'web.attempt.unrecognised' },
  waiting: { icon: IconClockQuestion, word: 'web.attempt.waiting' },
  missed: { icon: IconPlugConnectedX, word: 'web.attempt.missed' },
  other: { icon: IconQuestionMark, word: 'web.attempt.other' },
};

/** Something that came on the line and is no call-out: what, whose, what they said, whom to call back. */
export function AttemptRow({ attempt, times }: { attempt: Attempt; times: Times }) {
  const say = useWords();
  const { may } = useSession();
  const { icon, word } = looks[attempt.kind];
  const isOpen = attempt.state === 'open';
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Badge tone={isOpen ? 'open' : 'quiet'} icon={icon} word={say(word)} />
        <SourceBadge source={attempt.channel} />
      </div>
      <ReceivedAt moment={attempt.received_at} times={times} />
      <div className={classes.who}>
        {attempt.person && <PersonLine person={attempt.person} />}
        <PhoneLink number={attempt.phone_number_used} />
      </div>
      <AttemptWords attempt={attempt} times={times} />
      <div className={classes.acts}>
        {isOpen ? (
          may.see_board && <AttemptActs attempt={attempt} />
        ) : (
          <span className={classes.closed}>
            <IconCheck size={16} stroke={2.25} aria-hidden />
            {say('web.attempt.closed')}
          </span>
        )}
      </div>
    </li>
  );
}
