import { useEffect, useRef, useState, type RefObject } from 'react';

export interface Sound {
  isPlaying: boolean;
  /** Seconds. */
  at: number;
  duration: number;
  speed: number;
  hasFailed: boolean;
  toggle: () => void;
  seek: (at: number) => void;
  setSpeed: (speed: number) => void;
}

/** Follows the sound from picture to picture while it plays; its own events come four times a second only. */
function usePosition(audio: RefObject<HTMLAudioElement | null>, isPlaying: boolean) {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let frame = 0;
    const follow = () => {
      if (audio.current) setAt(audio.current.currentTime);
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [audio, isPlaying]);
  return [at, setAt] as const;
}

/**
 * Drives an <audio> that loads nothing before it is played, since each listening is logged. `length` is what is on
 * record, until the sound itself is known.
 */
export function useSound(length: number | null) {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [duration, setDuration] = useState(length ?? 0);
  const [speed, setSpeed] = useState(1);
  const [at, setAt] = usePosition(audio, isPlaying);

  const play = (sound: HTMLAudioElement) => {
    if (hasFailed) sound.load();
    setFailed(false);
    if (duration > 0 && at >= duration) sound.currentTime = 0;
    sound.playbackRate = speed;
    // A pause before the first sound rejects it; what fails says so by its error event.
    sound.play().catch(() => setPlaying(false));
  };
  const sound: Sound = {
    isPlaying,
    at,
    duration,
    speed,
    hasFailed,
    toggle: () => {
      if (!audio.current) return;
      if (isPlaying) audio.current.pause();
      else play(audio.current);
    },
    seek: (to) => {
      if (audio.current) audio.current.currentTime = to;
      setAt(to);
    },
    setSpeed: (rate) => {
      if (audio.current) audio.current.playbackRate = rate;
      setSpeed(rate);
    },
  };
  const events = {
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onEnded: () => {
      setPlaying(false);
      setAt(duration);
    },
    onError: () => {
      setPlaying(false);
      setFailed(true);
    },
    onDurationChange: (event: { currentTarget: HTMLAudioElement }) => {
      if (Number.isFinite(event.currentTarget.duration)) setDuration(event.currentTarget.duration);
    },
  };
  return { audio, sound, events };
}
