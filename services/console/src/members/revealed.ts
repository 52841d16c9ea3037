// What was shown whole for a reason: for a minute, in the memory of one page, and nowhere else.
import type { RevealedMember } from '../shapes.ts';
import { shownMs, useHeld } from '../ui/use-held.ts';

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

/** Holds what was revealed until its time is over, the page is left, or somebody hides it. */
export const useRevealed = () =>
  useHeld<RevealedMember>(({ hideAt }) => shownFor(hideAt, Date.now()));
