import { IconPlugConnectedX } from '@tabler/icons-react';
import { SmallButton } from '../../src/list/small_button';
import { useSay } from '../words';
import { Instead } from './instead';

/** The simulator does not answer; or there are as many in practice as there can be. */
export function Unreachable({ isFull, again }: { isFull: boolean; again: () => void }) {
  const say = useSay();
  const why = isFull ? 'phone.full' : 'phone.unreachable';
  return (
    <Instead icon={IconPlugConnectedX} title={say(why)} more={say(`${why}.more`)}>
      <SmallButton onClick={again}>{say('phone.unreachable.again')}</SmallButton>
    </Instead>
  );
}
