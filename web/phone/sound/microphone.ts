import worklet from './microphone_worklet.js?url';
import { Resampler, telephoneRate } from './pcm';

/** Why there is none: not allowed, none there, or a page that may not ask (no https). */
export type NoMicrophone = 'refused' | 'absent' | 'impossible';

export function whyNot(error: unknown): NoMicrophone {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'absent' : 'impossible';
}

/** At the telephone's rate where the browser can bring the microphone to it, else at the microphone's own. */
function contextFor(stream: MediaStream): [AudioContext, MediaStreamAudioSourceNode] {
  const context = new AudioContext({ sampleRate: telephoneRate });
  try {
    return [context, context.createMediaStreamSource(stream)];
  } catch {
    void context.close();
    const own = new AudioContext();
    return [own, own.createMediaStreamSource(stream)];
  }
}

/** Opens it; `hear` gets its sound at the telephone's rate, a twentieth of a second at a time. What comes back closes it. */
export async function openMicrophone(hear: (sound: Float32Array) => void): Promise<() => void> {
  if (!navigator.mediaDevices) throw new DOMException('no https', 'NotSupportedError');
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
  });
  const [context, source] = contextFor(stream);
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  try {
    await context.audioWorklet.addModule(worklet);
    await context.resume();
  } catch (error) {
    close();
    throw error;
  }
  const node = new AudioWorkletNode(context, 'microphone');
  const resampler = new Resampler(context.sampleRate);
  node.port.addEventListener('message', ({ data }: MessageEvent<Float32Array>) =>
    hear(resampler.take(data)),
  );
  node.port.start();
  // It puts nothing out; only what leads to the loudspeaker is run.
  source.connect(node).connect(context.destination);
  return close;
}

/** Whether it may be opened without a question. */
export async function isAllowed(): Promise<boolean> {
  try {
    const name = 'microphone' as PermissionName;
    return (await navigator.permissions.query({ name })).state === 'granted';
  } catch {
    return false; // this browser does not say
  }
}
