// What a slate must look like: each share is a whole number of nominations, never a fraction (domain §9.12).
import type { StructureShare, Trait } from './honour-policy.ts';

export interface ShareCheck {
  traits: readonly Trait[];
  bound: StructureShare['bound'];
  percent: number;
  /** The fewest that will do, or of AT_MOST the most. */
  limit: number;
  actual: number;
  met: boolean;
}

/** Of so many: "at least" is rounded up and "at most" down, so that neither lets a fraction through. */
export function limitOf({ bound, percent }: StructureShare, nominations: number): number {
  const hundredths = nominations * percent;
  const whole = (hundredths - (hundredths % 100)) / 100;
  if (bound === 'AT_MOST') return whole;
  if (bound === 'SOME') return Math.min(1, nominations);
  return hundredths % 100 === 0 ? whole : whole + 1;
}

/** One line a share, in the rule's order. */
export function checkSlate(
  shares: readonly StructureShare[],
  slate: readonly { traits: readonly string[] }[],
): ShareCheck[] {
  const counted = shares.map((share) => ({ share, wanted: new Set<string>(share.traits), n: 0 }));
  for (const { traits } of slate)
    for (const each of counted) if (traits.some((trait) => each.wanted.has(trait))) each.n += 1;
  return counted.map(({ share, n: actual }) => {
    const limit = limitOf(share, slate.length);
    const met = share.bound === 'AT_MOST' ? actual <= limit : actual >= limit;
    return { ...share, limit, actual, met };
  });
}
