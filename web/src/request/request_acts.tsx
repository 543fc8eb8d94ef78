import { useDisclosure } from '@mantine/hooks';
import { ActBar } from './act_bar';
import { actsOf, type Act } from './acts';
import { DenyDialog } from './deny_dialog';
import type { TellOutcome } from './outcome';
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

function Decisions({
  request,
  tell,
  isSeeing,
  onSeen,
}: Decided & { isSeeing: boolean; onSeen: () => void }) {
  const [isDenying, { open, close }] = useDisclosure();
  const decide = useDecide(request, tell);
  const effectOf = useEffects(request);
  const busy: Act | undefined = isSeeing
    ? 'acknowledge'
    : decide.isPending
      ? decide.variables.decision
      : undefined;
  const act = (wanted: Act) => {
    if (wanted === 'acknowledge') return onSeen();
    if (wanted === 'deny') return open();
    decide.mutate({ decision: wanted });
  };
  const deny = (reason: string) =>
    decide.mutate({ decision: 'deny', reason }, { onSettled: close });
  return (
    <>
      <ActBar acts={actsOf(request)} effectOf={effectOf} busy={busy} onAct={act} />
      <DenyDialog
        request={request}
        isOpen={isDenying}
        isBusy={decide.isPending}
        onClose={close}
        onDeny={deny}
      />
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
