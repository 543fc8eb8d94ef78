import { VisuallyHidden } from '@mantine/core';
import { IconUsersMinus } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { Badge } from '../badges/badge';
import { Panel } from '../list/panel';
import { useWords } from '../words/words';
import { byTeam, isThin, type TeamHeadcount } from './counts';
import classes from './headcounts.module.css';

type Headcount = Schemas['Headcount'];

function PositionRow({ headcount }: { headcount: Headcount }) {
  const say = useWords();
  const { position, out, of } = headcount;
  const thin = isThin(headcount);
  return (
    <tr className={thin ? classes.thin : undefined}>
      <th scope="row" className={classes.position}>
        {position ?? say('web.board.no_position')}
        {thin && (
          <div className={classes.badge}>
            <Badge tone="open" icon={IconUsersMinus} word={say('web.board.thin')} />
          </div>
        )}
      </th>
      <td className={`${classes.out} ${out === 0 ? classes.none : ''}`}>
        {say('web.board.out_of', { out, of })}
      </td>
      <td className={classes.bar} aria-hidden>
        <span className={classes.track}>
          <span className={classes.share} style={{ width: `${of > 0 ? (out / of) * 100 : 0}%` }} />
        </span>
      </td>
    </tr>
  );
}

function TeamRows({ team }: { team: TeamHeadcount }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={classes.team}>
          {team.team}
        </th>
      </tr>
      {team.positions.map((headcount) => (
        <PositionRow key={headcount.position} headcount={headcount} />
      ))}
    </tbody>
  );
}

/** Who is out of how many: what decides whether somebody has to be found. */
export function Headcounts({ headcounts }: { headcounts: readonly Headcount[] }) {
  const say = useWords();
  if (headcounts.length === 0) return null;
  return (
    <Panel id="headcounts" title={say('web.board.headcounts')}>
      <table className={classes.table}>
        <VisuallyHidden component="caption">{say('web.board.headcounts')}</VisuallyHidden>
        {byTeam(headcounts).map((team) => (
          <TeamRows key={team.teamId} team={team} />
        ))}
      </table>
    </Panel>
  );
}
