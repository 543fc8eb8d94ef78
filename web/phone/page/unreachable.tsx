import { IconPlugConnectedX } from '@tabler/icons-react';
import { SmallButton } from '../../src/list/small_button';
import { useSay } from '../words';
import { Instead } from './instead';

/** The simulator does not answer. */
export function Unreachable({ again }: { again: () => void }) {
  const say = useSay();
  return (
    <Instead
      icon={IconPlugConnectedX}
      title={say('phone.unreachable')}
      more={say('phone.unreachable.more')}
    >
      <SmallButton onClick={again}>{say('phone.unreachable.again')}</SmallButton>
    </Instead>
  );
}
