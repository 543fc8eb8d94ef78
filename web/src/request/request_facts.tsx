import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTimes } from '../words/times';
import { useNameOf, useWords } from '../words/words';
import { CallOutFacts } from './call_out_facts';
import { Fact, Facts } from './facts';
import type { Request } from './use_decide';

function LinkedRequest({ id, children }: { id: number; children: ReactNode }) {
  return (
    <Anchor component={Link} to={`/requests/${id}`} size="sm" underline="always">
      {children}
    </Anchor>
  );
}

/** The absence before and the leave around a call-out. */
function Relations({ request }: { request: Request }) {
  const say = useWords();
  const { during_request_id: during, extends_request_id: before } = request;
  return (
    <>
      <Fact name={say('web.facts.during')}>
        {during !== null && (
          <LinkedRequest id={during}>{say('web.facts.during_link')}</LinkedRequest>
        )}
      </Fact>
      <Fact name={say('web.facts.extends')}>
        {before !== null && (
          <LinkedRequest id={before}>{say('web.facts.extends_link')}</LinkedRequest>
        )}
      </Fact>
    </>
  );
}

function Hours({ request }: { request: Request }) {
  const say = useWords();
  const nameOf = useNameOf();
  const times = useTimes();
  return (
    <>
      <Fact
        name={say('web.facts.type')}
        more={request.fmla !== 'none' && say(`web.fmla.${request.fmla}`)}
      >
        {nameOf('type', request.type.code, request.type.name)}
      </Fact>
      <Fact
        name={say('web.facts.hours')}
        more={!request.is_charged && say('web.facts.not_charged')}
      >
        {times.duration(request.minutes)}
      </Fact>
      <Fact name={say('web.facts.balances')}>
        {request.balances.length > 0 &&
          request.balances.map(({ bank, name, minutes }) => (
            <div key={bank}>
              {say('web.facts.balance', {
                bank: nameOf('bank', bank, name),
                left: times.duration(minutes),
              })}
            </div>
          ))}
      </Fact>
    </>
  );
}

/** What is known of a request besides its words. */
export function RequestFacts({ request }: { request: Request }) {
  const say = useWords();
  const times = useTimes();
  const { headcount, decided, denial_reason: denial, call_out: callOut } = request;
  return (
    <Facts>
      <Fact name={say('web.facts.out')}>
        {headcount &&
          say('web.facts.out_of', {
            out: headcount.out,
            of: headcount.of,
            who: headcount.position ?? headcount.team,
          })}
      </Fact>
      <Relations request={request} />
      {callOut ? (
        <CallOutFacts callOut={callOut} />
      ) : (
        <Fact name={say('web.facts.received')}>{times.moment(request.created_at)}</Fact>
      )}
      <Hours request={request} />
      <Fact
        name={say('web.facts.decided')}
        more={denial && say('web.facts.denial', { reason: denial })}
      >
        {decided && say('web.facts.by_at', { by: decided.by, time: times.moment(decided.at) })}
      </Fact>
    </Facts>
  );
}
