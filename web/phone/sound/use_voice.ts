import { useCallback, useEffect, useRef } from 'react';
import { speakSound, type Call } from '../api/desk';
import type { SimulatedTime } from '../call/calls';
import { simulatedNow } from '../call/calls';
import type { Microphone } from './use_microphone';
import { Lately, Voice } from './voice';

/** How long ago the recording began, in milliseconds here. */
function sinceItBegan(call: Call, time: SimulatedTime): number {
  const gone = simulatedNow(call.now, time, Date.now()) - Date.parse(call.doing.since);
  return Math.max(0, gone / time.speed);
}

/**
 * Brings the microphone's sound into the call while it records. `pause` holds it back for some seconds, while a
 * ready-made sentence is said; `finish` is done when all has arrived, before a key ends the recording.
 */
export function useVoice(call: Call | undefined, time: SimulatedTime, microphone: Microphone) {
  const voice = useRef<Voice | null>(null);
  const pausedUntil = useRef(0);
  const lately = useRef(new Lately());
  const { listen } = microphone;
  const isRecording = call?.doing.kind === 'recording';
  const sid = call?.sid;
  // What the effect needs of the moment at which the recording begins.
  const seen = useRef({ call, time });
  useEffect(() => {
    seen.current = { call, time };
  });

  useEffect(
    () =>
      listen((sound) => {
        lately.current.take(sound, Date.now());
        if (Date.now() >= pausedUntil.current) voice.current?.take(sound);
      }),
    [listen],
  );

  useEffect(() => {
    if (!isRecording || !sid) return undefined;
    const mine = new Voice((sound) => speakSound(sid, sound));
    const { call: now, time: then } = seen.current;
    const began = now ? Date.now() - sinceItBegan(now, then) : Date.now();
    for (const sound of lately.current.since(began)) mine.take(sound);
    voice.current = mine;
    pausedUntil.current = 0;
    return () => {
      voice.current = null;
    };
  }, [isRecording, sid]);

  return {
    finish: useCallback(async () => {
      await voice.current?.finish();
    }, []),
    pause: useCallback((seconds: number) => {
      pausedUntil.current = Date.now() + seconds * 1000;
    }, []),
  };
}
