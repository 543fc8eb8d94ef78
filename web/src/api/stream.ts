/** A stream that has nothing to say says at least that, so often (api/openapi.yaml, /events). */
const beat = 15_000;
/** One beat may be lost, the next be late. */
export const longestSilence = 2.5 * beat;
export const longestConnecting = 10_000;
const pause = 1000;
const pauseAfterLoss = 3000;

export type StreamState = 'connecting' | 'live' | 'lost';

export interface StreamListener {
  onState: (state: StreamState) => void;
  onChanged: (topics: string[]) => void;
  /** Until now anything may have happened, also since what is shown was fetched. */
  onOpened: () => void;
  onRefused: () => void;
}

/**
 * An event stream that is opened again and again until it is closed. The browser alone would wait for ever: on a phone
 * that has changed its network no word comes any more, not even that the connection is gone.
 */
export class Stream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: StreamState = 'connecting';
  private heardAt = 0;

  constructor(
    private readonly address: string,
    private readonly listener: StreamListener,
  ) {
    globalThis.addEventListener?.('offline', this.lose);
    globalThis.addEventListener?.('online', this.comeBack);
    globalThis.document?.addEventListener('visibilitychange', this.comeBack);
    this.open();
  }

  close() {
    globalThis.removeEventListener?.('offline', this.lose);
    globalThis.removeEventListener?.('online', this.comeBack);
    globalThis.document?.removeEventListener('visibilitychange', this.comeBack);
    this.drop();
  }

  private open = () => {
    this.drop();
    const source = new EventSource(this.address);
    source.addEventListener('open', () => this.begin());
    source.addEventListener('beat', () => this.hear());
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      this.hear();
      this.listener.onChanged((JSON.parse(event.data) as { topics: string[] }).topics);
    });
    source.addEventListener('error', () => this.fail(source.readyState === EventSource.CLOSED));
    this.source = source;
    this.after(longestConnecting, this.startOver);
  };

  private begin() {
    this.hear();
    this.is('live');
    this.listener.onOpened();
  }

  private hear() {
    this.heardAt = Date.now();
    this.after(longestSilence, this.startOver);
  }

  private fail(isRefused: boolean) {
    // The server ends each stream after some minutes: no loss, if the next one opens.
    if (this.state === 'live' && !isRefused) this.waitAs('connecting', pause);
    else this.lose();
    if (isRefused) this.listener.onRefused();
  }

  private lose = () => this.waitAs('lost', pauseAfterLoss);

  private startOver = () => {
    this.lose();
    this.open();
  };

  /** A device that slept knows nothing of the time that has passed. */
  private comeBack = () => {
    if (globalThis.document?.visibilityState === 'hidden') return;
    if (this.state !== 'live') this.open();
    else if (Date.now() - this.heardAt > longestSilence) this.startOver();
  };

  private waitAs(state: StreamState, delay: number) {
    this.drop();
    this.is(state);
    this.after(delay, this.open);
  }

  private after(delay: number, act: () => void) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, delay);
  }

  private drop() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }

  private is(state: StreamState) {
    if (state === this.state) return;
    this.state = state;
    this.listener.onState(state);
  }
}
