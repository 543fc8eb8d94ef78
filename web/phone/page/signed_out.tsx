import { IconLock } from '@tabler/icons-react';
import { Empty } from '../../src/list/empty';
import { useSay } from '../words';

/** In place of the page where somebody practised and their session has ended. */
export function SignedOut() {
  const say = useSay();
  return (
    <main role="alert">
      <Empty icon={IconLock} title={say('phone.signed_out')} more={say('phone.signed_out.more')}>
        <a href="/">{say('phone.signed_out.sign_in')}</a>
      </Empty>
    </main>
  );
}
