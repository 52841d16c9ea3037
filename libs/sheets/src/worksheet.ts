import { formatAt } from './cell-formats.ts';
import { isoText, numberText, type NumberFormat } from './cell-text.ts';
import type { SheetLimits } from './limits.ts';
import { joined, workbookText } from './plain-text.ts';
import { RowBuilder } from './row-builder.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { SheetRow } from './sheet-row.ts';
import { isOn, readXml, type XmlEvents } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface CellSources {
  strings: SharedStrings;
  formats: readonly NumberFormat[];
  date1904: boolean;
}

/** The rows of one sheet in the portions in which they are inflated. Formulas give what was last shown. */
export async function* readWorksheet(
  portions: AsyncIterable<string>,
  sheet: string,
  sources: CellSources,
  limits: SheetLimits,
): AsyncGenerator<SheetRow[]> {
  const rows = new RowBuilder(sheet, limits);
  const reading = readXml(portions, cellEvents(rows, sources, limits));
  while (!(await reading.next()).done) {
    const ready = rows.take();
    if (ready.length > 0) yield ready;
  }
}

function cellEvents(rows: RowBuilder, sources: CellSources, limits: SheetLimits): XmlEvents {
  const { cellChars } = limits;
  const put = (cell: StoredCell) => putCell(rows, sources, cellChars, cell);
  let inData = false;
  let inPhonetic = false;
  let collecting = false;
  let type = 'n';
  let style: string | undefined;
  let text = '';
  return {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      if (!inData) return;
      if (name === 'row') rows.openRow(attributes['r']);
      else if (name === 'c') {
        rows.openCell(attributes['r']);
        ({ t: type = 'n', s: style } = attributes);
        text = '';
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || name === 't') collecting = !inPhonetic;
    },
    text(more) {
      if (collecting) text = joined(text, more, cellChars);
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && inData) put({ type, style, text });
      else if (name === 'row' && inData) rows.closeRow();
      else if (name === 'sheetData') inData = false;
    },
  };
}

interface StoredCell {
  type: string;
  style: string | undefined;
  text: string;
}

function putCell(
  rows: RowBuilder,
  sources: CellSources,
  cellChars: number,
  { type, style, text }: StoredCell,
): void {
  if (text === '') return;
  if (type === 's') rows.put(sources.strings.at(Number(text)));
  else if (type === 'n') {
    const format = formatAt(sources.formats, style);
    const shown = numberText(text.trim(), format, sources.date1904);
    rows.put(workbookText(shown.text, cellChars), shown.damaged);
  } else if (type === 'b') rows.put(isOn(text.trim()) ? 'TRUE' : 'FALSE');
  else if (type === 'd') rows.put(workbookText(isoText(text.trim()), cellChars));
  else rows.put(workbookText(text, cellChars));
}
