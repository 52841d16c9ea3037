// Takes from a page what may not be shown of sensitive indicators (ADR 0035).
import type { RollupRow } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { INDICATORS, type IndicatorSpec } from '../indicator/catalogue.ts';
import type { Reading } from '../pipeline.ts';
import { keyOf, markPage, type Marks, type RowMarks } from './mark-page.ts';
import { getWithParts } from './parts.ts';
import { spanOf, type Span } from './period.ts';
import { readRows, type Page } from './read-rows.ts';
import { SHOWN_FROM, type Mark } from './small-cells.ts';
import { isTownship } from './township.ts';

const ALL: readonly IndicatorSpec[] = INDICATORS;
const SPECS = ALL.filter(({ sensitive }) => sensitive !== undefined);
const CODES = SPECS.map(({ code }) => code);
const FLOWS = SPECS.filter(({ type }) => type !== 'stock');
const NONE: Marks = new Map();

export async function hideSmall(
  tx: Reading,
  page: Page,
  span: Span,
  rows: readonly RollupRow[],
): Promise<RollupRow[]> {
  const marks = await marksOn(tx, page, span, rows);
  const shares = new Map(ALL.map(({ code, share }) => [code, share]));
  return rows.map((row) => {
    const share = shares.get(row.indicator);
    // A rate would tell one of its two numbers by the other.
    const of = share
      ? [marks.get(keyOf({ indicator: share.of, dims: share.dims })), marks.get(`${share.of} `)]
      : [marks.get(keyOf(row))];
    return hidden(
      row,
      of.filter((one) => one !== undefined),
    );
  });
}

/**
 * A month of a flow is hidden with its whole year, or the others would tell it: where one of its months is small, or where
 * the year is hidden. What is hidden on the page above, where this union is a part, is hidden here.
 */
export async function marksOn(
  tx: Reading,
  page: Page,
  span: Span,
  rows: readonly RollupRow[],
): Promise<Marks> {
  const undivided = isTownship(page.whole);
  const given = await givenAbove(tx, page, span);
  if (span.whole) return markPage(SPECS, rows, given, undivided);
  const flows = new Set(FLOWS.map(({ code }) => code));
  const stocks = rows.filter(({ indicator }) => !flows.has(indicator));
  const ofYear = await readRows(tx, page, spanOf(span.year), [...flows]);
  const year = markPage(FLOWS, ofYear, given, undivided);
  const months = await smallMonths(tx, page, span.year);
  const spread = markPage(FLOWS, ofYear, joined(page, ofYear, year, months), undivided);
  const covered = [...spread].map(([key, marks]) => [key, covering(marks)] as const);
  return new Map([...markPage(SPECS, stocks, given, undivided), ...covered]);
}

/** By the page of the union above: of a duty that reaches less it is not read, since nothing of it is shown either. */
async function givenAbove(tx: Reading, { whole, parts }: Page, span: Span): Promise<Marks> {
  if (whole.depth === 0 || tx.reach !== 'all' || whole.union.parentId === '') return NONE;
  const above = await getWithParts(tx, whole.union.parentId);
  const at = above.parts.findIndex(({ union }) => union.unionId === whole.union.unionId);
  const marks = await marksOn(tx, above, span, await readRows(tx, above, span, CODES));
  return new Map(
    [...marks].map(([key, row]) => [
      key,
      { subtree: row.parts[at] ?? '', own: '', parts: parts.map(() => '' as const) },
    ]),
  );
}

/** The numbers of a year that have a month in which they are small: `union scope indicator dims`. */
async function smallMonths(
  { sql }: Reading,
  { whole, parts }: Page,
  year: string,
): Promise<ReadonlySet<string>> {
  const unions = [whole, ...parts].map(({ union }) => union.unionId);
  const heads = FLOWS.map(({ code, sensitive }) => sensitive?.heads ?? code);
  const found = await sql<{ key: string }>`
    select distinct concat_ws(' ', y.union_id, y.scope, y.indicator, y.dims) as key
    from unnest(${FLOWS.map(({ code }) => code)}::text[], ${heads}::text[]) as s(indicator, heads)
    join cell_year as y on y.indicator = s.indicator and y.year = ${year} and y.union_id = any(${unions}::uuid[])
    left join cell_year as h on h.union_id = y.union_id and h.scope = y.scope and h.indicator = s.heads
      and h.dims = y.dims and h.year = y.year,
      generate_series(1, 12) as m
    where y.months[m] <> 0 and coalesce(h.months[m], 0) < ${SHOWN_FROM}::bigint`;
  return new Set(found.map(({ key }) => key));
}

function joined(
  { whole, parts }: Page,
  rows: readonly RollupRow[],
  year: Marks,
  small: ReadonlySet<string>,
): Marks {
  const mark = (row: RollupRow, unionId: string, scope: string, known: Mark = ''): Mark => {
    if (known !== '') return known;
    return small.has(`${unionId} ${scope} ${row.indicator} ${row.dims}`) ? 'COVERED' : '';
  };
  return new Map(
    rows.map((row) => {
      const known = year.get(keyOf(row));
      const { unionId } = whole.union;
      const marks: RowMarks = {
        subtree: mark(row, unionId, 'subtree', known?.subtree),
        own: mark(row, unionId, 'own', known?.own),
        parts: parts.map(({ union }, at) => mark(row, union.unionId, 'subtree', known?.parts[at])),
      };
      return [keyOf(row), marks];
    }),
  );
}

const cover = (mark: Mark): Mark => (mark === '' ? '' : 'COVERED');
const covering = ({ subtree, own, parts }: RowMarks): RowMarks => ({
  subtree: cover(subtree),
  own: cover(own),
  parts: parts.map(cover),
});

function hidden(row: RollupRow, by: readonly RowMarks[]): RollupRow {
  const [one] = by;
  if (!one) return row;
  const either = (of: (marks: RowMarks) => Mark | undefined): Mark => {
    const marks = by.map(of).filter((mark) => mark !== undefined && mark !== '');
    return by.length === 1 ? (marks[0] ?? '') : cover(marks[0] ?? '');
  };
  const subtreeHidden = either(({ subtree }) => subtree);
  const ownHidden = either(({ own }) => own);
  const partHidden = row.partValues.map((_, at) => either(({ parts }) => parts[at]));
  return {
    ...row,
    subtree: subtreeHidden === '' ? row.subtree : 0n,
    pending: subtreeHidden === '' ? row.pending : 0n,
    own: ownHidden === '' ? row.own : 0n,
    partValues: row.partValues.map((value, at) => (partHidden[at] === '' ? value : 0n)),
    subtreeHidden,
    ownHidden,
    partHidden: partHidden.some((mark) => mark !== '') ? partHidden : [],
  };
}
