import { tonesOf } from '../keypad/keys';

let context: AudioContext | undefined;

/** Tones (Hz) together for some seconds, as the telephone makes them. */
export function sound(tones: readonly number[], seconds: number, loudness = 0.06) {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  const end = context.currentTime + seconds;
  const gain = context.createGain();
  gain.gain.setValueAtTime(loudness, context.currentTime);
  gain.gain.setTargetAtTime(0, end - 0.02, 0.01); // without a click
  gain.connect(context.destination);
  for (const tone of tones) {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = tone;
    oscillator.connect(gain);
    oscillator.start();
    oscillator.stop(end + 0.05);
  }
}

export const soundKey = (key: string) => sound(tonesOf(key), 0.13);
export const soundBeep = () => sound([1000], 0.4, 0.1);
/** One ring as the caller hears it. */
export const soundRinging = () => sound([440, 480], 1.2, 0.03);
