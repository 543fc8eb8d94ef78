import type { Call, CallRecord } from '../api/desk';

const liveStates = new Set<CallRecord['status']>(['queued', 'ringing', 'in-progress']);

export function isOver(call: CallRecord): boolean {
  return !liveStates.has(call.status);
}

/** The line rings this telephone. */
export function isIncoming(call: CallRecord, number: string): boolean {
  return call.direction === 'outbound-api' && call.to === number && call.status === 'ringing';
}

/** Whether the telephone is at an end of it. */
export function isOf(call: CallRecord, number: string): boolean {
  return call.direction === 'inbound' ? call.from === number : call.to === number;
}

/** The call that a telephone is in, or that rings it. */
export function liveCallOf(calls: readonly CallRecord[], number: string): CallRecord | undefined {
  return calls.find((call) => isOf(call, number) && !isOver(call));
}

/** The other end: whom somebody sees who looks at the telephone. */
export function otherEndOf(call: CallRecord): string {
  return call.direction === 'inbound' ? call.to : call.from;
}

export interface SimulatedTime {
  /** When the answer came, on the clock of this browser. */
  cameAt: number;
  /** How many seconds pass there in one here. */
  speed: number;
}

/** The simulator's time, in milliseconds, some while after it was told. */
export function simulatedNow(told: string, { cameAt, speed }: SimulatedTime, now: number): number {
  return Date.parse(told) + (now - cameAt) * speed;
}

/** Whole seconds since it was answered, at most until it ended. */
export function secondsTalked(call: Call, now: number): number {
  if (!call.answered) return 0;
  const until = call.ended ? Date.parse(call.ended) : now;
  return Math.max(0, Math.floor((until - Date.parse(call.answered)) / 1000));
}

/** Of a recording: whole seconds until it is full. */
export function secondsLeft({ doing }: Call, now: number): number | undefined {
  if (doing.kind !== 'recording' || doing.max_seconds === undefined) return undefined;
  const gone = (now - Date.parse(doing.since)) / 1000;
  return Math.min(doing.max_seconds, Math.max(0, Math.ceil(doing.max_seconds - gone)));
}

/** Whether the line is still speaking, also inside a question that takes keys meanwhile. */
export function isSpeaking({ transcript }: Call, now: number): boolean {
  const last = transcript.at(-1);
  if (last?.kind !== 'say') return false;
  return Date.parse(last.at) + last.milliseconds > now;
}
