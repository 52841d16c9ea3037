import { invalid } from '@gonglian/kernel/refusal.ts';
import { builtInFormat, formatOf, plainFormat, type NumberFormat } from './cell-text.ts';
import { readAll } from './xml.ts';

/** Excel's own limit is 65,490. */
const FORMATS_MAX = 65_536;

/** The number format of each style by its index, as a cell's `s` names it. */
export async function readCellFormats(portions: AsyncIterable<string>): Promise<NumberFormat[]> {
  const named = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readAll(portions, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') named.set(numFmtId, formatOf(formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        formats.push(named.get(numFmtId) ?? builtInFormat(Number(numFmtId)));
      }
      if (named.size + formats.length > FORMATS_MAX) throw invalid('SHEET_BROKEN', { why: 'list' });
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

export function formatAt(formats: readonly NumberFormat[], style: string | undefined) {
  return style === undefined ? plainFormat : (formats[Number(style)] ?? plainFormat);
}
