import { soundClock } from '../../src/request/sound_clock';
import type { Call } from '../api/desk';
import type { useSay } from '../words';
import { isSpeaking, secondsLeft } from './calls';
import { spaced } from './transcript';

/** What happens in the call, in a few words. */
export function doingWords(call: Call, now: number, say: ReturnType<typeof useSay>): string {
  const { doing } = call;
  switch (doing.kind) {
    case 'gathering':
      if (doing.keys) return say('phone.doing.pressed', { keys: spaced(doing.keys) });
      if (isSpeaking(call, now)) return say('phone.doing.saying');
      return say('phone.doing.gathering', { count: doing.num_digits ?? 0 });
    case 'recording': {
      const left = secondsLeft(call, now);
      return left === undefined
        ? say('phone.doing.recording')
        : say('phone.doing.recording_left', { left: soundClock(left) });
    }
    case 'over':
      return say(
        call.status === 'completed' ? 'phone.doing.over' : `phone.status.${statusWord(call)}`,
      );
    default:
      return say(`phone.doing.${doing.kind}`);
  }
}

function statusWord({ status }: Call): 'busy' | 'failed' | 'no_answer' | 'canceled' {
  if (status === 'busy' || status === 'failed' || status === 'canceled') return status;
  return 'no_answer';
}
