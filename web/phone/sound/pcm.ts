/** Samples a second of the telephone network. */
export const telephoneRate = 8000;

/**
 * Brings sound to the telephone's rate, piece by piece, without a click between two pieces: each sample is the
 * mean of those it stands for, or lies between its neighbours where there are fewer.
 */
export class Resampler {
  readonly #step: number;
  #rest = new Float32Array();
  /** Where the next sample begins, counted from the first of the rest. */
  #at = 0;

  constructor(rate: number) {
    this.#step = rate / telephoneRate;
  }

  take(piece: Float32Array): Float32Array {
    if (this.#step === 1) return piece;
    const all = new Float32Array(this.#rest.length + piece.length);
    all.set(this.#rest);
    all.set(piece, this.#rest.length);
    const samples: number[] = [];
    const span = Math.max(1, this.#step);
    while (this.#at + span < all.length) {
      samples.push(this.#step > 1 ? mean(all, this.#at, this.#at + span) : between(all, this.#at));
      this.#at += this.#step;
    }
    const used = Math.min(Math.floor(this.#at), all.length);
    this.#rest = all.slice(used);
    this.#at -= used;
    return Float32Array.from(samples);
  }
}

/** Of what lies from one position to another, the ends taken in part. */
function mean(sound: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let index = Math.floor(from); index < to; index += 1) {
    const share = Math.min(index + 1, to) - Math.max(index, from);
    sum += (sound[index] ?? 0) * share;
  }
  return sum / (to - from);
}

function between(sound: Float32Array, at: number): number {
  const before = Math.floor(at);
  const share = at - before;
  return (sound[before] ?? 0) * (1 - share) + (sound[before + 1] ?? 0) * share;
}

/** -1 … 1 as 16 bits, little-endian whatever the machine is. */
export function pcmOf(sound: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sound.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, sample] of sound.entries()) {
    const within = Math.min(1, Math.max(-1, sample));
    view.setInt16(index * 2, Math.round(within < 0 ? within * 32768 : within * 32767), true);
  }
  return bytes;
}

export function together(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** How loud, from 0 (-50 dB and less) to 1, on the scale of the ear. */
export function loudnessOf(sound: Float32Array): number {
  if (sound.length === 0) return 0;
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
  const decibels = 10 * Math.log10(power + 1e-12);
  return Math.min(1, Math.max(0, (decibels + 50) / 45));
}
