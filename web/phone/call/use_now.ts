import { useEffect, useState } from 'react';
import { simulatedNow, type SimulatedTime } from './calls';

/** The simulator's time, several times a second while `isRunning`. */
export function useNow(told: string | undefined, time: SimulatedTime, isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [isRunning]);
  return told ? simulatedNow(told, time, Math.max(now, time.cameAt)) : now;
}
