import type { Change } from './find-change.ts';

export type Region = 'body' | 'list' | 'manifest' | 'seal';

/** A place of the file that is not as it was signed. */
export interface Spot extends Omit<Change, 'kind'> {
  region: Region;
  /** `range`: more than one byte, somewhere in it. `cut`: nothing more comes. */
  kind: Change['kind'] | 'range' | 'cut';
  /** From the beginning of the file. */
  at: number;
  /** From the beginning of the body, without the hashes between; of a place in the body. */
  bodyAt?: number;
}
