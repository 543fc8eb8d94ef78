import { pcmOf, telephoneRate, together } from './pcm';

/** A fifth of a second, in bytes. */
const piece = (telephoneRate / 5) * 2;

/** Carries what is spoken into the call, in order, one piece on its way at a time; a slow way makes bigger pieces. */
export class Voice {
  #waiting: Uint8Array[] = [];
  #length = 0;
  #sending: Promise<void> | null = null;
  #isOver = false;

  constructor(private readonly send: (sound: Uint8Array<ArrayBuffer>) => Promise<void>) {}

  take(sound: Float32Array) {
    if (this.#isOver) return;
    const bytes = pcmOf(sound);
    this.#waiting.push(bytes);
    this.#length += bytes.length;
    if (this.#length < piece || this.#sending) return;
    this.#sending = this.#sendWhileFull().finally(() => {
      this.#sending = null;
    });
  }

  /** Sends what is left, however short; done when it has arrived. */
  async finish(): Promise<void> {
    await this.#sending;
    await this.#sendOnce();
  }

  async #sendWhileFull() {
    // oxlint-disable-next-line no-await-in-loop -- in order
    while (this.#length >= piece && !this.#isOver) await this.#sendOnce();
  }

  async #sendOnce() {
    if (this.#length === 0 || this.#isOver) return;
    const sound = together(this.#waiting);
    this.#waiting = [];
    this.#length = 0;
    try {
      await this.send(sound);
    } catch {
      // The call is over, or the way to it: what was said stays unsaid, as on the telephone.
      this.#isOver = true;
    }
  }
}

interface Piece {
  at: number;
  sound: Float32Array;
}

/** Of what was heard lately, what came after a moment: the beep sounds before the page has heard of it. */
export class Lately {
  #pieces: Piece[] = [];

  constructor(private readonly span = 1500) {}

  take(sound: Float32Array, at: number) {
    this.#pieces = this.#pieces.filter((one) => one.at > at - this.span);
    this.#pieces.push({ at, sound });
  }

  since(moment: number): Float32Array[] {
    return this.#pieces.filter(({ at }) => at >= moment).map(({ sound }) => sound);
  }
}
