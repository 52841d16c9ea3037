// What was shown whole for a reason: for a minute, in the memory of one page, and nowhere else.
import { useEffect, useState } from 'react';
import type { RevealedMember } from '../shapes.ts';

const shownMs = 60_000;
const tickMs = 250;

export const revealFields = ['name', 'id_number', 'phone', 'birth_date'] as const;
export type RevealField = (typeof revealFields)[number];

export const revealReasons = [
  'verification',
  'contact',
  'correction',
  'benefit',
  'audit',
  'complaint',
] as const;

/** How long from now a page may show it; a minute where this clock and the node's disagree. */
export function shownFor(hideAt: string, nowMs: number): number {
  const leftMs = Date.parse(hideAt) - nowMs;
  return leftMs > 0 && leftMs <= shownMs ? leftMs : shownMs;
}

export interface Shown {
  values: RevealedMember;
  secondsLeft: number;
}

/** Holds what was revealed until its time is over, the page is left, or somebody hides it. */
export function useRevealed(): [Shown | undefined, (values: RevealedMember | undefined) => void] {
  const [held, setHeld] = useState<{ values: RevealedMember; untilMs: number }>();
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
  const show = (values: RevealedMember | undefined): void => {
    const now = performance.now();
    setNowMs(now);
    setHeld(values && { values, untilMs: now + shownFor(values.hideAt, Date.now()) });
  };
  const shown = held && {
    values: held.values,
    secondsLeft: Math.max(0, Math.ceil((held.untilMs - nowMs) / 1000)),
  };
  return [shown, show];
}
