import { busy } from '@gonglian/kernel/refusal.ts';

/** So many at once and no more: one neighbour that asks much, or answers slowly, is not to hold up the others. */
export interface Places {
  /** NEIGHBOUR_BUSY where all are taken. */
  within<T>(work: () => Promise<T>): Promise<T>;
  taken(): number;
}

export function openPlaces(node: string, max: number): Places {
  let taken = 0;
  return {
    taken: () => taken,
    async within(work) {
      if (taken >= max) throw busy('NEIGHBOUR_BUSY', { node });
      taken += 1;
      try {
        return await work();
      } finally {
        taken -= 1;
      }
    },
  };
}
