import type { Schemas } from '../api/client';
import { ActBar } from './act_bar';
import { actsOf, isDone, type Act, type Places } from './acts';
import type { TellOutcome } from './outcome';
import { useAcknowledge } from './use_acknowledge';
import type { Asked } from './use_asked';
import { useDecide, type Request } from './use_decide';
import { useEffects } from './use_effects';

interface RequestActsProps {
  request: Request;
  places: Places;
  onAsk: (asked: Asked) => void;
  tell: TellOutcome;
}

/** Acknowledging is of the call-out; a request without one never offers it. */
function WithGotIt({ callOut, ...props }: RequestActsProps & { callOut: Schemas['CallOut'] }) {
  const acknowledge = useAcknowledge(callOut, props.tell);
  return (
    <Decisions {...props} isSeeing={acknowledge.isPending} onSeen={() => acknowledge.mutate()} />
  );
}

function Decisions({
  request,
  places,
  onAsk,
  tell,
  isSeeing,
  onSeen,
}: RequestActsProps & { isSeeing: boolean; onSeen: () => void }) {
  const decide = useDecide(request, tell);
  const effectOf = useEffects(request);
  const busy: Act | undefined = isSeeing
    ? 'acknowledge'
    : decide.isPending
      ? decide.variables.decision
      : undefined;
  const act = (wanted: Act, version: number) => {
    if (wanted === 'acknowledge') return onSeen();
    if (wanted === 'deny' || wanted === 'cancel') return onAsk({ act: wanted, version });
    decide.mutate({ decision: wanted, version });
  };
  return (
    <ActBar
      places={places}
      acts={actsOf(request)}
      version={request.version}
      isDone={(one) => isDone(one, request)}
      effectOf={effectOf}
      busy={busy}
      onAct={act}
    />
  );
}

function nothing() {}

/** Everything that can be decided about a request. */
export function RequestActs(props: RequestActsProps) {
  const { call_out: callOut } = props.request;
  if (callOut) return <WithGotIt {...props} callOut={callOut} />;
  return <Decisions {...props} isSeeing={false} onSeen={nothing} />;
}
