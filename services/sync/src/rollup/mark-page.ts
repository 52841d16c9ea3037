// Which numbers of a page of sensitive indicators are hidden: by all the sums that the page is made of.
import type { RollupRow } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import type { IndicatorSpec } from '../indicator/catalogue.ts';
import { coverSums, markSmall, type Mark, type Shown, type Sum } from './small-cells.ts';

/** The numbers of a row: of the whole, of its own level, and of its parts. */
interface Cells {
  subtree: Shown;
  own: Shown;
  parts: Shown[];
}

export interface RowMarks {
  subtree: Mark;
  own: Mark;
  parts: Mark[];
}
/** By indicator and dimensions. */
export type Marks = ReadonlyMap<string, RowMarks>;

export const keyOf = ({ indicator, dims }: Pick<RollupRow, 'indicator' | 'dims'>): string =>
  `${indicator} ${dims}`;

/**
 * Of every row of these indicators. `given` is hidden already, by another page or month. `undivided`: nothing is reported
 * below the whole, so its own level is all of it.
 */
export function markPage(
  specs: readonly IndicatorSpec[],
  rows: readonly RollupRow[],
  given: Marks,
  undivided: boolean,
): Marks {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const marks = new Map<string, RowMarks>();
  for (const { code, sensitive } of specs) {
    if (!sensitive || sensitive.as) continue;
    const all = new Map<string, Cells>();
    for (const row of rows.filter(({ indicator }) => indicator === code)) {
      const heads = byKey.get(keyOf({ indicator: sensitive.heads ?? code, dims: row.dims }));
      all.set(row.dims, cellsOf(row, heads, undivided, given.get(keyOf(row))));
    }
    for (const cells of all.values()) markSmall(numbersOf(cells));
    coverSums(sumsOf(all, undivided));
    for (const [dims, cells] of all) marks.set(keyOf({ indicator: code, dims }), marksOf(cells));
  }
  // What is the same number by another name is hidden where that is.
  for (const { code, sensitive } of specs) {
    const same = sensitive?.as && marks.get(keyOf(sensitive.as));
    if (same) marks.set(keyOf({ indicator: code, dims: '' }), same);
  }
  return marks;
}

function cellsOf(
  row: RollupRow,
  heads: RollupRow | undefined,
  undivided: boolean,
  given: RowMarks | undefined,
): Cells {
  const shown = (value: bigint, people: bigint | undefined, mark: Mark = ''): Shown => ({
    value,
    heads: people ?? 0n,
    mark,
  });
  const subtree = shown(row.subtree, heads?.subtree, given?.subtree);
  return {
    subtree,
    own: undivided ? subtree : shown(row.own, heads?.own, given?.own),
    parts: row.partValues.map((value, at) => shown(value, heads?.partValues[at], given?.parts[at])),
  };
}

const numbersOf = ({ subtree, own, parts }: Cells): Shown[] => [subtree, own, ...parts];

const marksOf = ({ subtree, own, parts }: Cells): RowMarks => ({
  subtree: subtree.mark,
  own: own.mark,
  parts: parts.map(({ mark }) => mark),
});

/** The whole of its parts, in each row; and in each column a number of its "of which", key by key. */
function sumsOf(all: ReadonlyMap<string, Cells>, undivided: boolean): Sum[] {
  const sums: Sum[] = undivided
    ? []
    : [...all.values()].map(({ subtree, own, parts }) => ({
        whole: subtree,
        terms: [own, ...parts],
      }));
  for (const [above, below] of familiesOf(all)) {
    const columns = numbersOf(above);
    for (const [at, whole] of columns.entries()) {
      const terms = below.flatMap((cells) => numbersOf(cells)[at] ?? []);
      // Where these overlap, they are no parts of it.
      if (terms.reduce((sum, { value }) => sum + value, 0n) <= whole.value)
        sums.push({ whole, terms });
    }
  }
  return sums;
}

/** A row with those that say one thing more of it, and the same thing. */
function familiesOf(all: ReadonlyMap<string, Cells>): [Cells, Cells[]][] {
  const families = new Map<string, [Cells, Cells[]]>();
  for (const [dims, cells] of all) {
    const pairs = dims === '' ? [] : dims.split(';');
    for (const pair of pairs) {
      const rest = pairs.filter((other) => other !== pair).join(';');
      const above = all.get(rest);
      if (!above) continue;
      const name = `${rest} ${pair.split('=')[0]}`;
      const family = families.get(name);
      if (family) family[1].push(cells);
      else families.set(name, [above, [cells]]);
    }
  }
  return [...families.values()];
}
