import { useWords } from '../words/words';
import { howTold, type Told } from './told';
import type { Decision, Request } from './use_decide';

type Kind = Decision['decision'];

const newsOf: Record<Exclude<Kind, 'charge'>, string> = {
  approve: 'request_approved',
  deny: 'request_denied',
  do_not_charge: 'request_not_charged',
  cancel: 'taken_back_receipt',
};

/** What a decision has come to, and whether the employee hears of it: never more than is so. */
export function useSayDone(): (fresh: Request, decision: Kind) => string {
  const say = useWords();
  const sayCharged = ({ status, minutes }: Request) => {
    if (status === 'pending') return say('web.act.done.charge_later');
    return say(minutes > 0 ? 'web.act.done.charge' : 'web.act.done.charge_nothing');
  };
  return (fresh, decision) => {
    if (decision === 'charge') return sayCharged(fresh);
    const told: Told = howTold(fresh.notices, newsOf[decision]);
    if (told === 'nothing')
      return `${say(`web.act.did.${decision}`)} ${say('web.act.unreachable', { name: fresh.person.name })}`;
    if (told === 'text' && decision === 'deny') return say('web.act.done.deny_by_text');
    return say(`web.act.done.${decision}`);
  };
}
