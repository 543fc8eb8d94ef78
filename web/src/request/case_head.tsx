import { Anchor, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words/words';
import classes from './case_head.module.css';
import { OutcomeNote, type Outcome } from './outcome';

interface CaseHeadProps {
  title: string;
  /** "RN · Clinical" */
  place: ReactNode;
  badges: ReactNode;
  /** Which absence it is, in one line. */
  when: string;
  outcome: Outcome | undefined;
}

export function CaseHead({ title, place, badges, when, outcome }: CaseHeadProps) {
  const say = useWords();
  return (
    <header className={classes.head}>
      <Anchor component={Link} to="/requests" className={classes.back ?? ''} underline="never">
        <IconChevronLeft size={18} aria-hidden />
        {say('web.room.requests')}
      </Anchor>
      <OutcomeNote outcome={outcome} />
      <div className={classes.badges}>{badges}</div>
      <Title order={1} className={classes.title ?? ''}>
        {title}
      </Title>
      <p className={classes.place}>{place}</p>
      <p className={classes.when}>{when}</p>
    </header>
  );
}
