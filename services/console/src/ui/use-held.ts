// What was shown whole for a reason: for its time, in the memory of one page, and nowhere else.
import { useEffect, useState } from 'react';

export const shownMs = 60_000;
const tickMs = 250;

interface Held<T> {
  values: T;
  secondsLeft: number;
}

/** Holds it until its time is over, the page is left, or somebody hides it. */
export function useHeld<T>(
  msOf: (values: T) => number = () => shownMs,
): [Held<T> | undefined, (values: T | undefined) => void] {
  const [held, setHeld] = useState<{ values: T; untilMs: number }>();
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    if (held === undefined) return undefined;
    const timer = setInterval(() => {
      const now = performance.now();
      setNowMs(now);
      if (now >= held.untilMs) setHeld(undefined);
    }, tickMs);
    return () => clearInterval(timer);
  }, [held]);
  const show = (values: T | undefined): void => {
    const now = performance.now();
    setNowMs(now);
    setHeld(values && { values, untilMs: now + msOf(values) });
  };
  const shown = held && {
    values: held.values,
    secondsLeft: Math.max(0, Math.ceil((held.untilMs - nowMs) / 1000)),
  };
  return [shown, show];
}
