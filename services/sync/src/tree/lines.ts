// The statistics line of one union, effective-dated, and the months that each of its links stands for.
import { monthOf } from '@gonglian/kernel/dates.ts';

/** The first and the last month there is; months sort as texts. */
export const EVER = '0000-00';
export const FOR_GOOD = '9999-99';

export interface Link {
  validFrom: string;
  parentId: string;
}

export interface DatedLink extends Link {
  validTo: string | null;
  /** Half-open; a link that ends in the month it began in stands at the end of none, so it is empty. */
  fromMonth: string;
  toMonth: string;
}

/** The line after a change: from `validFrom` on the parent is another, up to the next change that is known already. */
export function relinked(links: readonly Link[], change: Link): Link[] {
  const others = links.filter(({ validFrom }) => validFrom !== change.validFrom);
  return [...others, change].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** A month belongs to the link that stood on its last day; before the first link the first one stands. */
export function dated(links: readonly Link[]): DatedLink[] {
  return links.map((link, n) => {
    const next = links[n + 1];
    return {
      ...link,
      validTo: next?.validFrom ?? null,
      fromMonth: n === 0 ? EVER : monthOf(link.validFrom),
      toMonth: next ? monthOf(next.validFrom) : FOR_GOOD,
    };
  });
}

/** Whether cells are reported for such a union below the root: townships, and parks that are no part of a village. */
export function isReporting(level: string, kind: string): boolean {
  return level === 'TOWNSHIP' || (kind === 'PARK' && level !== 'VILLAGE');
}
