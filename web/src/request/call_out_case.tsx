import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { CallOutBadge } from '../badges/call_out_badge';
import { readablePhoneNumber } from '../badges/phone_number';
import { StatusBadge } from '../badges/status_badge';
import { useSession } from '../session/session';
import { usePageTitle } from '../shell/page_title';
import { useTimes } from '../words/times';
import { useWords } from '../words/words';
import { CallOutActs } from './call_out_acts';
import { CallOutFacts } from './call_out_facts';
import { CaseHead } from './case_head';
import { CaseLayout } from './case_layout';
import { Fact, Facts } from './facts';
import { HistoryPanel } from './history_panel';
import { NoticesPanel } from './notices_panel';
import { useOutcome } from './outcome';
import { useSettledMeanwhile } from './use_settled_meanwhile';
import { StateNote } from './state_note';
import { WhosePanel } from './whose_panel';
import { WordsPanel } from './words_panel';

type CallOut = Schemas['CallOut'];

function Badges({ callOut }: { callOut: CallOut }) {
  return (
    <>
      <CallOutBadge />
      {callOut.state === 'live' && <StatusBadge status="unverified" />}
      {callOut.state === 'rejected' && <StatusBadge status="rejected" />}
    </>
  );
}

function KnownFacts({ callOut }: { callOut: CallOut }) {
  const say = useWords();
  const times = useTimes();
  const { merged_into_id: merged, claimed_name: claimed } = callOut;
  return (
    <Facts>
      <Fact name={say('web.facts.merged')}>
        {merged !== null && (
          <Anchor component={Link} to={`/call-outs/${merged}`} size="sm" underline="always">
            {say('web.facts.merged_link')}
          </Anchor>
        )}
      </Fact>
      <Fact name={say('web.facts.claimed')}>
        {claimed !== null && <span dir="auto">{claimed}</span>}
      </Fact>
      <Fact name={say('web.facts.day')}>{times.day(callOut.day)}</Fact>
      <CallOutFacts callOut={callOut} />
    </Facts>
  );
}

/** A call-out that is nobody's yet: what is known of it, and whose it might be. */
export function CallOutCase({ callOut }: { callOut: CallOut }) {
  const say = useWords();
  const times = useTimes();
  const { outcome, tell } = useOutcome();
  const meanwhile = useSettledMeanwhile(callOut);
  const { phone_number_used: number, claimed_name: claimed, may } = callOut;
  const from = number ? readablePhoneNumber(number) : say('web.phone.withheld');
  const given = claimed
    ? say('web.call_out.claimed', { name: claimed })
    : say('web.call_out.somebody');
  const title = callOut.person?.name ?? given;
  const day =
    callOut.day === times.today
      ? say('web.request.today', { day: times.day(callOut.day) })
      : times.day(callOut.day);
  usePageTitle(say('web.call_out.page', { from }), useSession().organization);
  return (
    <CaseLayout
      head={
        <CaseHead
          title={title}
          place={claimed ? say('web.call_out.claims', { from }) : from}
          badges={<Badges callOut={callOut} />}
          when={day}
          outcome={outcome ?? meanwhile}
        />
      }
      words={
        <>
          <StateNote state={callOut.state} />
          <WordsPanel withheld={callOut.withheld} reason={null} callOut={callOut} />
          {may.assign && <WhosePanel callOut={callOut} tell={tell} />}
        </>
      }
      facts={<KnownFacts callOut={callOut} />}
      trail={
        <>
          <HistoryPanel history={callOut.history} />
          <NoticesPanel notices={callOut.notices} />
        </>
      }
      acts={
        may.acknowledge || may.reject ? <CallOutActs callOut={callOut} tell={tell} /> : undefined
      }
    />
  );
}
