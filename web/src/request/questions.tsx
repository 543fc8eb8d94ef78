import { DenyDialog } from './deny_dialog';
import type { TellOutcome } from './outcome';
import { TakeBackDialog } from './take_back_dialog';
import type { Asked } from './use_asked';
import { useDecide, type Request } from './use_decide';

interface QuestionsProps {
  request: Request;
  asked: Asked | undefined;
  onClose: () => void;
  tell: TellOutcome;
}

/** What is asked before it is done: also when the request goes on behind it, and nothing is left to do. */
export function Questions({ request, asked, onClose, tell }: QuestionsProps) {
  const decide = useDecide(request, tell);
  const version = asked?.version ?? request.version;
  return (
    <>
      <DenyDialog
        request={request}
        version={version}
        isOpen={asked?.act === 'deny'}
        onClose={onClose}
        tell={tell}
      />
      <TakeBackDialog
        name={request.person.name}
        isOpen={asked?.act === 'cancel'}
        isBusy={decide.isPending}
        onClose={onClose}
        onTakeBack={() => decide.mutate({ decision: 'cancel', version }, { onSettled: onClose })}
      />
    </>
  );
}
