import { useState } from 'react';
import { ActBar } from './act_bar';
import { actsOf, type Act } from './acts';
import { DenyDialog } from './deny_dialog';
import type { TellOutcome } from './outcome';
import { TakeBackDialog } from './take_back_dialog';
import { useAcknowledge } from './use_acknowledge';
import { useDecide, type Request } from './use_decide';
import { useEffects } from './use_effects';
import type { Schemas } from '../api/client';

interface Decided {
  request: Request;
  tell: TellOutcome;
}

/** Acknowledging is of the call-out; a request without one never offers it. */
function WithGotIt({ request, callOut, tell }: Decided & { callOut: Schemas['CallOut'] }) {
  const acknowledge = useAcknowledge(callOut, tell);
  return (
    <Decisions
      request={request}
      tell={tell}
      isSeeing={acknowledge.isPending}
      onSeen={() => acknowledge.mutate()}
    />
  );
}

/** What is asked before it is done. */
type Asked = 'deny' | 'cancel' | undefined;

interface QuestionsProps {
  request: Request;
  asked: Asked;
  decide: ReturnType<typeof useDecide>;
  onClose: () => void;
}

function Questions({ request, asked, decide, onClose }: QuestionsProps) {
  const once = { onSettled: onClose };
  return (
    <>
      <DenyDialog
        request={request}
        isOpen={asked === 'deny'}
        isBusy={decide.isPending}
        onClose={onClose}
        onDeny={(reason) => decide.mutate({ decision: 'deny', reason }, once)}
      />
      <TakeBackDialog
        name={request.person.name}
        isOpen={asked === 'cancel'}
        isBusy={decide.isPending}
        onClose={onClose}
        onTakeBack={() => decide.mutate({ decision: 'cancel' }, once)}
      />
    </>
  );
}

function Decisions({
  request,
  tell,
  isSeeing,
  onSeen,
}: Decided & { isSeeing: boolean; onSeen: () => void }) {
  const [asked, ask] = useState<Asked>();
  const decide = useDecide(request, tell);
  const effectOf = useEffects(request);
  const busy: Act | undefined = isSeeing
    ? 'acknowledge'
    : decide.isPending
      ? decide.variables.decision
      : undefined;
  const act = (wanted: Act) => {
    if (wanted === 'acknowledge') return onSeen();
    if (wanted === 'deny' || wanted === 'cancel') return ask(wanted);
    decide.mutate({ decision: wanted });
  };
  return (
    <>
      <ActBar acts={actsOf(request)} effectOf={effectOf} busy={busy} onAct={act} />
      <Questions request={request} asked={asked} decide={decide} onClose={() => ask(undefined)} />
    </>
  );
}

function nothing() {}

/** Everything that can be decided about a request. */
export function RequestActs({ request, tell }: Decided) {
  if (request.call_out)
    return <WithGotIt request={request} callOut={request.call_out} tell={tell} />;
  return <Decisions request={request} tell={tell} isSeeing={false} onSeen={nothing} />;
}
