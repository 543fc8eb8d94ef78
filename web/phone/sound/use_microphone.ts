import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isAllowed, openMicrophone, whyNot, type NoMicrophone } from './microphone';

export type MicrophoneState = 'off' | 'asking' | 'on' | NoMicrophone;
type Listener = (sound: Float32Array) => void;

export interface Microphone {
  state: MicrophoneState;
  open: () => void;
  /** Only if that raises no question, and nobody has switched it off. */
  openIfAllowed: () => void;
  close: () => void;
  /** Adds somebody who hears; what comes back removes them. */
  listen: (listener: Listener) => () => void;
}

const kept = 'callout-phone-muted';

export function useMicrophone(): Microphone {
  const [state, setState] = useState<MicrophoneState>('off');
  const listeners = useRef(new Set<Listener>());
  /** Closes what is open; what opens too late, after a close, is closed at once. */
  const shut = useRef<(() => void) | null>(null);
  const wanted = useRef(false);

  const release = useCallback(() => {
    wanted.current = false;
    shut.current?.();
    shut.current = null;
    setState('off');
  }, []);

  const open = useCallback(() => {
    if (wanted.current) return;
    wanted.current = true;
    localStorage.removeItem(kept);
    setState('asking');
    openMicrophone((sound) => {
      for (const listener of listeners.current) listener(sound);
    }).then(
      (close) => {
        if (!wanted.current) return close();
        shut.current = close;
        return setState('on');
      },
      (error: unknown) => {
        wanted.current = false;
        setState(whyNot(error));
      },
    );
  }, []);

  useEffect(() => release, [release]);

  return useMemo(
    () => ({
      state,
      open,
      openIfAllowed: () => {
        if (localStorage.getItem(kept)) return;
        void isAllowed().then((is) => is && open());
      },
      close: () => {
        localStorage.setItem(kept, 'yes');
        release();
      },
      listen: (listener) => {
        listeners.current.add(listener);
        return () => {
          listeners.current.delete(listener);
        };
      },
    }),
    [state, open, release],
  );
}
