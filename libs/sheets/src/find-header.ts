import type { SheetRow } from './sheet-row.ts';

export interface HeaderColumn {
  /** From 1. */
  column: number;
  heading: string;
  /** '' where the heading is not known, or its field has a column already. */
  field: string;
}

export interface Header {
  /** 0 where there are no rows. */
  headerRow: number;
  columns: HeaderColumn[];
}

/** A title, a note on how to fill in the form, an empty line: the header is not far below. */
const ROWS_LOOKED_AT = 30;

/**
 * The row that names the most fields, the first of equals; where none is known, the first with two
 * headings. `wanted`: field → headings it is known by, in any language.
 */
export function findHeader(
  rows: readonly SheetRow[],
  wanted: Record<string, readonly string[]>,
): Header {
  const fields = new Map<string, string>();
  for (const [field, headings] of Object.entries(wanted)) {
    for (const heading of headings) {
      const word = wordOf(heading);
      if (!fields.has(word)) fields.set(word, field);
    }
  }
  let best = rows.find(({ cells }) => cells.filter(Boolean).length > 1) ?? rows[0];
  let most = 0;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const known = columnsOf(row, fields).filter(({ field }) => field !== '').length;
    if (known <= most) continue;
    best = row;
    most = known;
  }
  return best
    ? { headerRow: best.row, columns: columnsOf(best, fields) }
    : { headerRow: 0, columns: [] };
}

function columnsOf({ cells }: SheetRow, fields: Map<string, string>): HeaderColumn[] {
  const taken = new Set<string>();
  return cells.flatMap((heading, index) => {
    if (heading === '') return [];
    const known = readings(heading).map((word) => fields.get(word));
    const field = known.find((one) => one !== undefined && !taken.has(one)) ?? '';
    taken.add(field);
    return [{ column: index + 1, heading, field }];
  });
}

/** As it stands, without what is in brackets, and each half of a heading in two languages. */
function readings(heading: string): string[] {
  const bare = heading.normalize('NFKC').replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '');
  return [heading, bare, ...bare.split(/[\n/|]/)].map(wordOf).filter(Boolean);
}

/** Width, case, spaces, stars and colons do not make another heading. */
function wordOf(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
