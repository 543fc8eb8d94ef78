import { useWords } from '../words/words';
import { ConfirmDialog, useAsking } from '../list/confirm_dialog';
import { SmallButton, SmallButtonLink } from '../list/small_button';
import { useCloseAttempt } from './acts';
import type { Attempt } from './attempt_row';

/** What can be done about it here; calling back is done by its number. */
export function AttemptActs({ attempt }: { attempt: Attempt }) {
  const say = useWords();
  const { button, isAsking, ask, leave, done } = useAsking();
  const close = useCloseAttempt(done);
  const who = attempt.person?.name ?? attempt.phone_number_used ?? say('web.phone.withheld');
  return (
    <>
      {attempt.call_out_id !== null && (
        <SmallButtonLink to={`/call-outs/${attempt.call_out_id}`}>
          {say('web.alarm.open')}
        </SmallButtonLink>
      )}
      <SmallButton ref={button} aria-label={say('web.attempt.close_of', { who })} onClick={ask}>
        {say('web.attempt.close')}
      </SmallButton>
      <ConfirmDialog
        title={say('web.attempt.close.title', { who })}
        effect={say('web.attempt.close.effect', {
          line: say('web.room.line'),
          all: say('web.line.all'),
        })}
        act={say('web.attempt.close')}
        isOpen={isAsking}
        isBusy={close.isPending}
        onClose={leave}
        onConfirm={() => close.mutate(attempt.id)}
      />
    </>
  );
}
