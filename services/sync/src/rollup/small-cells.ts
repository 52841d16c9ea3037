// What of a sensitive indicator may be shown: not fewer than five, and not what would tell them by subtraction. A page of
// numbers is full of sums: a whole of its own level and its parts, a number of its "of which". Where one term of a sum is
// hidden alone, the smallest of the others is hidden with it.

/** Fewer are people that somebody could name. */
export const SHOWN_FROM = 5n;

export type Mark = '' | 'SMALL' | 'COVERED';

/** One number of the page. */
export interface Shown {
  value: bigint;
  /** How many it is about: the number itself, or of money the people it went to. */
  heads: bigint;
  mark: Mark;
}

/** A sum: what is left of the terms is a term that nobody sees. */
export interface Sum {
  whole: Shown;
  terms: readonly Shown[];
}

const isNothing = ({ value }: Shown): boolean => value === 0n;

export function markSmall(all: Iterable<Shown>): void {
  for (const one of all) if (!isNothing(one) && one.heads < SHOWN_FROM) one.mark = 'SMALL';
}

/** Hides more until no sum tells what is hidden. Each step hides one number, so it ends. */
export function coverSums(sums: readonly Sum[]): void {
  for (let hidden = true; hidden;) {
    hidden = false;
    for (const sum of sums) while (tells(sum) && cover(sum)) hidden = true;
  }
}

/** The rest of a sum that is listed nowhere: it is read off like any other term. */
function restOf({ whole, terms }: Sum): Shown[] {
  const value = whole.value - terms.reduce((all, one) => all + one.value, 0n);
  const heads = whole.heads - terms.reduce((all, one) => all + one.heads, 0n);
  if (value === 0n) return [];
  return [{ value, heads, mark: heads < SHOWN_FROM ? 'SMALL' : 'COVERED' }];
}

function tells(sum: Sum): boolean {
  const rest = restOf(sum);
  // A rest that is no small one hides what stands beside it.
  if (rest.some(({ mark }) => mark === 'COVERED')) return false;
  const hidden = [...sum.terms, ...rest].filter(({ mark }) => mark !== '');
  if (sum.whole.mark !== '') return hidden.length === 0;
  if (hidden.length === 1) return true;
  return hidden.some((one) => isCertain(one, hidden));
}

/** Whether a small number follows from how much it and the others come to: each is at least one and at most four. */
function isCertain(one: Shown, hidden: readonly Shown[]): boolean {
  if (one.mark !== 'SMALL' || one.value !== one.heads) return false;
  const total = hidden.reduce((all, { value }) => all + value, 0n);
  const others = hidden.filter((other) => other !== one);
  const least = others.reduce((all, { mark }) => all + (mark === 'SMALL' ? 1n : SHOWN_FROM), 0n);
  const open = others.some(({ mark }) => mark === 'COVERED');
  const most = BigInt(others.length) * (SHOWN_FROM - 1n);
  const from = open || total - most < 1n ? 1n : total - most;
  const to = total - least < SHOWN_FROM - 1n ? total - least : SHOWN_FROM - 1n;
  return to <= from;
}

/** Hides the smallest term that is shown, else the whole; false where there is nothing left to hide. */
function cover({ whole, terms }: Sum): boolean {
  const shown = terms.filter((one) => one.mark === '' && !isNothing(one));
  const smallest = shown.toSorted((a, b) => (size(a) < size(b) ? -1 : 1))[0] ?? whole;
  if (smallest.mark !== '' || isNothing(smallest)) return false;
  smallest.mark = 'COVERED';
  return true;
}

const size = ({ value }: Shown): bigint => (value < 0n ? -value : value);
