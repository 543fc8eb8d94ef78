import { IconPlugConnectedX } from '@tabler/icons-react';
import { Empty } from '../../src/list/empty';
import { SmallButton } from '../../src/list/small_button';
import { useSay } from '../words';

/** In place of the page: the simulator does not answer. */
export function Unreachable({ again }: { again: () => void }) {
  const say = useSay();
  return (
    <main role="alert">
      <Empty
        icon={IconPlugConnectedX}
        title={say('phone.unreachable')}
        more={say('phone.unreachable.more')}
      >
        <SmallButton onClick={again}>{say('phone.unreachable.again')}</SmallButton>
      </Empty>
    </main>
  );
}
