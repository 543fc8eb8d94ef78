import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { Panel, Rows } from '../list/panel';
import { useProblemWords } from '../words/problem_words';
import { useWords } from '../words/words';
import { AssignDialog } from './assign_dialog';
import { CandidateRow } from './candidate_row';
import type { TellOutcome } from './outcome';
import { useCandidates } from './use_candidates';
import classes from './whose_panel.module.css';

interface WhosePanelProps {
  callOut: Schemas['CallOut'];
  tell: TellOutcome;
}

/** "Whose is it?": people by name and number, and a search for anybody else. */
export function WhosePanel({ callOut, tell }: WhosePanelProps) {
  const say = useWords();
  const sayProblem = useProblemWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Schemas['Candidate']>();
  const { data: candidates, error } = useCandidates(callOut.id, typed);
  const found = candidates?.length ?? 0;
  return (
    <Panel id="whose" title={say('web.whose.title')}>
      <div className={classes.search}>
        <TextInput
          type="search"
          label={say('web.whose.search')}
          leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <output className={classes.found}>
          {error
            ? sayProblem(error)
            : candidates &&
              (found > 0 || typed !== ''
                ? say('web.whose.found', { found })
                : say('web.whose.nobody'))}
        </output>
      </div>
      {candidates && found > 0 && (
        <Rows label={say('web.whose.title')}>
          {candidates.map((candidate) => (
            <CandidateRow
              key={candidate.person.member_id}
              candidate={candidate}
              onChoose={() => setChosen(candidate)}
            />
          ))}
        </Rows>
      )}
      <AssignDialog
        callOut={callOut}
        candidate={chosen}
        onClose={() => setChosen(undefined)}
        tell={tell}
      />
    </Panel>
  );
}
