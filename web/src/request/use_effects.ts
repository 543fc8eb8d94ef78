import { useIntl } from 'react-intl';
import { useTimes } from '../words/times';
import { useNameOf, useWords } from '../words/words';
import type { Act } from './acts';
import { chargesOf } from './charge';
import type { Request } from './use_decide';

/** "takes 7 h 30 min from Sick": what charging a request does. */
function useSayCharges() {
  const say = useWords();
  const nameOf = useNameOf();
  const times = useTimes();
  const { formatList } = useIntl();
  return (request: Request) => {
    const banks = request.balances.map(({ bank, name, minutes }) => ({
      name: nameOf('bank', bank, name),
      minutes,
    }));
    const charges = chargesOf(request.minutes, banks);
    if (charges.length === 0) return say('web.act.effect.no_hours');
    const parts = charges.map(({ name, minutes, after }) =>
      say('web.act.effect.from', {
        time: times.duration(minutes),
        bank: name,
        left: times.duration(after),
      }),
    );
    const below = charges.find(({ after }) => after < 0);
    const takes = say('web.act.effect.takes', { what: formatList(parts) });
    return below ? `${takes} ${say('web.act.effect.below', { bank: below.name })}` : takes;
  };
}

/** What an act does, named before it is done. */
export function useEffects(request: Request): (act: Act) => string {
  const say = useWords();
  const sayCharges = useSayCharges();
  const name = request.person.name;
  return (act) => {
    switch (act) {
      case 'acknowledge':
        return say('web.act.effect.acknowledge', { name });
      case 'approve':
        return request.is_charged ? sayCharges(request) : say('web.act.effect.no_hours');
      case 'charge':
        return request.status === 'pending'
          ? say('web.act.effect.charge_later')
          : sayCharges(request);
      case 'do_not_charge':
        return say('web.act.effect.do_not_charge');
      case 'cancel':
        return say('web.act.effect.cancel', { name });
      case 'deny':
        return say(request.is_call_out ? 'web.act.effect.deny_call_out' : 'web.act.effect.deny', {
          name,
        });
    }
  };
}
