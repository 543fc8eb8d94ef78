import type { Schemas } from '../api/client';

type Entry = Schemas['Entry'];
type Headcount = Schemas['Headcount'];

/** Neither taken back nor found to be nobody's. */
export function isLive(entry: Entry): boolean {
  return entry.status !== 'cancelled' && entry.status !== 'rejected';
}

/** The board also shows what arrived today about another day: those people are not out today. */
export function isOutOn(entry: Entry, day: string): boolean {
  return isLive(entry) && entry.start_date <= day && day <= entry.end_date;
}

export function countOut(callOuts: readonly Entry[], day: string): number {
  return callOuts.filter((entry) => isOutOn(entry, day)).length;
}

/** Nobody has said yet that they have seen it. */
export function isUnseen(entry: Entry): boolean {
  return isLive(entry) && entry.acknowledged === null;
}

/** A third or more of those who do the same work are away. */
export function isThin({ out, of }: Headcount): boolean {
  return out > 0 && out * 3 >= of;
}

export interface TeamHeadcount {
  teamId: number;
  team: string;
  positions: Headcount[];
}

/** By team, in the order in which they came. */
export function byTeam(headcounts: readonly Headcount[]): TeamHeadcount[] {
  const teams = new Map<number, TeamHeadcount>();
  for (const headcount of headcounts) {
    const { team_id: teamId, team } = headcount;
    const found = teams.get(teamId) ?? { teamId, team, positions: [] };
    found.positions.push(headcount);
    teams.set(teamId, found);
  }
  return [...teams.values()];
}
