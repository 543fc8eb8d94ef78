import { useWords } from '../words/words';
import { useKeptFocus } from '../list/kept_focus';
import { SmallButton, SmallButtonLink } from '../list/small_button';
import { useCloseAttempt } from './acts';
import type { Attempt } from './attempt_row';

/** What can be done about it here; calling back is done by its number. */
export function AttemptActs({ attempt }: { attempt: Attempt }) {
  const say = useWords();
  const keptFocus = useKeptFocus();
  const close = useCloseAttempt();
  const who = attempt.person?.name ?? attempt.phone_number_used ?? say('web.phone.withheld');
  return (
    <>
      {attempt.call_out_id !== null && (
        <SmallButtonLink to={`/call-outs/${attempt.call_out_id}`}>
          {say('web.alarm.open')}
        </SmallButtonLink>
      )}
      <SmallButton
        ref={keptFocus}
        aria-disabled={close.isPending}
        aria-label={say('web.attempt.close_of', { who })}
        onClick={() => close.isPending || close.mutate(attempt.id)}
      >
        {say('web.attempt.close')}
      </SmallButton>
    </>
  );
}
