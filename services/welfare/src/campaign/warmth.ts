// The most that one person is given of send-warmth money at once and in a calendar year (domain §3.3 [S41]).
import { refused } from '@gonglian/kernel/refusal.ts';

export interface WarmthCaps {
  timeFen: number;
  yearFen: number;
}

/** Refused WARMTH_ABOVE_TIME, then WARMTH_ABOVE_YEAR; `yearFen` is the year with this sum in it. */
export function decideWarmth(
  caps: WarmthCaps,
  { seq, amountFen, yearFen }: { seq: number; amountFen: number; yearFen: number },
): void {
  if (amountFen > caps.timeFen) throw refused('WARMTH_ABOVE_TIME', { seq, maxFen: caps.timeFen });
  if (yearFen > caps.yearFen)
    throw refused('WARMTH_ABOVE_YEAR', {
      seq,
      maxFen: caps.yearFen,
      leftFen: Math.max(0, caps.yearFen - (yearFen - amountFen)),
    });
}
