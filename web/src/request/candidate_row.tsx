import { Button } from '@mantine/core';
import type { Schemas } from '../api/client';
import { PersonLine } from '../badges/person_line';
import { useWords } from '../words/words';
import classes from './whose_panel.module.css';

interface CandidateRowProps {
  candidate: Schemas['Candidate'];
  onChoose: () => void;
}

/** Somebody whose it might be, and why: who is suggested is confirmed, who was searched for is assigned. */
export function CandidateRow({ candidate: { person, why }, onChoose }: CandidateRowProps) {
  const say = useWords();
  const isSuggested = why !== 'search';
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <PersonLine person={person} />
        {isSuggested && <span className={classes.why}>{say(`web.whose.why.${why}`)}</span>}
      </span>
      <Button
        className={classes.choose ?? ''}
        variant="default"
        onClick={onChoose}
        aria-label={say(isSuggested ? 'web.whose.confirm_whom' : 'web.whose.assign_whom', {
          name: person.name,
        })}
      >
        {say(isSuggested ? 'web.whose.confirm' : 'web.whose.assign')}
      </Button>
    </li>
  );
}
