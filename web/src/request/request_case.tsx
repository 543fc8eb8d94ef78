import { CallOutBadge } from '../badges/call_out_badge';
import { placeOf } from '../badges/person_line';
import { StatusBadge } from '../badges/status_badge';
import { usePartOfDay } from '../badges/time_of_day';
import { useSession } from '../session/session';
import { usePageTitle } from '../shell/page_title';
import { useTimes } from '../words/times';
import { useNameOf, useWords } from '../words/words';
import { actsOf } from './acts';
import { CaseHead } from './case_head';
import { CaseLayout } from './case_layout';
import { HistoryPanel } from './history_panel';
import { NoticesPanel } from './notices_panel';
import { useOutcome } from './outcome';
import { Questions } from './questions';
import { RequestActs } from './request_acts';
import { RequestFacts } from './request_facts';
import { useAsked } from './use_asked';
import type { Request } from './use_decide';
import { useHandedOver } from './use_handed_over';
import { usePlaces } from './use_places';
import { WordsPanel } from './words_panel';

/** "Sick Leave · today, Mon, Nov 23 · 7:00 AM – 3:30 PM" */
function useWhen() {
  const say = useWords();
  const nameOf = useNameOf();
  const times = useTimes();
  const partOfDay = usePartOfDay();
  return ({
    type,
    start_date: first,
    end_date: last,
    start_time: from,
    end_time: until,
  }: Request) => {
    const days = times.days(first, last);
    const isToday = first === times.today && last === first;
    const day = isToday ? say('web.request.today', { day: days }) : days;
    return [nameOf('type', type.code, type.name), day, partOfDay(from, until)]
      .filter(Boolean)
      .join(' · ');
  };
}

function Badges({ request }: { request: Request }) {
  return (
    <>
      {request.is_call_out && <CallOutBadge />}
      <StatusBadge status={request.status} />
    </>
  );
}

/** A request with everything about it. */
export function RequestCase({ request }: { request: Request }) {
  const say = useWords();
  const when = useWhen();
  const { outcome, tell } = useOutcome(useHandedOver());
  const [asked, ask] = useAsked(request);
  const places = usePlaces(actsOf(request));
  usePageTitle(say('web.request.page', { name: request.person.name }), useSession().organization);
  return (
    <>
      <CaseLayout
        head={
          <CaseHead
            title={request.person.name}
            place={placeOf(request.person)}
            badges={<Badges request={request} />}
            when={when(request)}
            outcome={outcome}
          />
        }
        words={
          <WordsPanel
            withheld={request.withheld}
            reason={request.reason}
            callOut={request.call_out}
          />
        }
        facts={<RequestFacts request={request} />}
        trail={
          <>
            <HistoryPanel history={request.history} />
            <NoticesPanel notices={request.notices} />
          </>
        }
        acts={
          places.near.length > 0 || places.hasMore ? (
            <RequestActs request={request} places={places} onAsk={ask} tell={tell} />
          ) : undefined
        }
      />
      <Questions request={request} asked={asked} onClose={() => ask(undefined)} tell={tell} />
    </>
  );
}
