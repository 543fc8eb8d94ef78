import type { Schemas } from '../api/client';
import { AuthenticationBadge } from '../badges/authentication_badge';
import { PhoneLink } from '../badges/phone_link';
import { SourceBadge } from '../badges/source_badge';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import { Fact } from './facts';

/** How a call-out came, and how it is known whose it is. */
export function CallOutFacts({ callOut }: { callOut: Schemas['CallOut'] }) {
  const say = useWords();
  const times = useTimes();
  const { acknowledged, attestation, source } = callOut;
  const hasNumber = source === 'phone' || source === 'sms';
  return (
    <>
      <Fact name={say('web.facts.source')}>
        <SourceBadge source={source} />
      </Fact>
      <Fact
        name={say('web.facts.number')}
        more={attestation && say(`web.attestation.${attestation}`)}
      >
        {hasNumber && <PhoneLink number={callOut.phone_number_used} />}
      </Fact>
      <Fact
        name={say('web.facts.authentication')}
        more={say(`web.authentication.${callOut.authentication_method}.means`)}
      >
        <AuthenticationBadge method={callOut.authentication_method} />
      </Fact>
      <Fact name={say('web.facts.received')}>{times.moment(callOut.received_at)}</Fact>
      <Fact name={say('web.facts.receipt')}>{`#${callOut.receipt_number}`}</Fact>
      <Fact name={say('web.facts.seen')}>
        {acknowledged
          ? say('web.facts.by_at', { by: acknowledged.by, time: times.moment(acknowledged.at) })
          : say('web.facts.not_seen')}
      </Fact>
    </>
  );
}
