// Numbers beside names as a field holds them: `<id>,<number>`, one a line. What has no number yet is left out when it is read.

export interface Counted {
  id: string;
  count: number;
}

/** As typed: a row may still be without its number. */
export function rowsIn(value: string): (readonly [id: string, typed: string])[] {
  return value
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => {
      const [id = '', typed = ''] = row.split(',');
      return [id, typed] as const;
    });
}

export function countsIn(value: string): Counted[] {
  return rowsIn(value)
    .filter(([, typed]) => typed !== '')
    .map(([id, typed]) => ({ id, count: Number(typed) }));
}

/** The same rows with one number changed; undefined takes the row away. */
export function withCount(value: string, id: string, typed: string | undefined): string {
  const rows = rowsIn(value).filter(([one]) => one !== id || typed !== undefined);
  const known = rows.some(([one]) => one === id);
  const changed = rows.map(([one, was]) => [one, one === id ? (typed ?? '') : was] as const);
  const all = known || typed === undefined ? changed : [...changed, [id, typed] as const];
  return all.map((row) => row.join(',')).join('\n');
}
