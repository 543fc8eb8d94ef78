import { useEffect, useRef, useState } from 'react';
import type { Call } from '../api/desk';
import { isCutShort, saidSince, voiceFor } from './speech';
import { soundBeep, soundRinging } from './tones';

const synthesis = () => (typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis);

/** The voices of this device; many browsers tell them some while after the page has opened. */
export function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState(() => synthesis()?.getVoices() ?? []);
  useEffect(() => {
    const update = () => setVoices(synthesis()?.getVoices() ?? []);
    synthesis()?.addEventListener?.('voiceschanged', update);
    return () => synthesis()?.removeEventListener?.('voiceschanged', update);
  }, []);
  return voices;
}

function speak(words: string, language: string, voices: readonly SpeechSynthesisVoice[]) {
  const voice = voiceFor(voices, language);
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 1.08;
  synthesis()?.speak(utterance);
}

/** Lets a call be heard while `isOn`: the line's words, the beep, the ringing. The call never waits for it. */
export function useSpeaker(call: Call | undefined, isOn: boolean) {
  const voices = useVoices();
  const heard = useRef<{ sid: string; count: number } | null>(null);
  const transcript = call?.transcript;
  const sid = call?.sid;

  useEffect(() => {
    if (!transcript || !sid) return;
    const isNew = heard.current?.sid !== sid;
    // A call that is met in its middle is joined there.
    const from = isNew ? Math.max(0, transcript.length - 1) : (heard.current?.count ?? 0);
    heard.current = { sid, count: transcript.length };
    if (!isOn || transcript.length <= from) return;
    if (isCutShort(transcript, from)) synthesis()?.cancel();
    if (transcript.slice(from).some(({ kind }) => kind === 'beep')) soundBeep();
    for (const { words, language } of saidSince(transcript, from)) {
      speak(words, language ?? 'en', voices);
    }
  }, [transcript, sid, isOn, voices]);

  const isOver = !call || call.doing.kind === 'over';
  useEffect(() => {
    if (isOver || !isOn) synthesis()?.cancel();
  }, [isOver, isOn]);
  useEffect(() => () => synthesis()?.cancel(), []);

  const rings = call?.doing.kind === 'ringing';
  useEffect(() => {
    if (!rings || !isOn) return undefined;
    soundRinging();
    const timer = setInterval(soundRinging, 3000);
    return () => clearInterval(timer);
  }, [rings, isOn]);
}
