import { IconLock } from '@tabler/icons-react';
import { useSay } from '../words';
import { Instead } from './instead';

/** Where somebody practised and their session has ended. */
export function SignedOut() {
  const say = useSay();
  return (
    <Instead icon={IconLock} title={say('phone.signed_out')} more={say('phone.signed_out.more')}>
      <a href="/">{say('phone.signed_out.sign_in')}</a>
    </Instead>
  );
}
