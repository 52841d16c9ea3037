// The parts of a workbook that we write: no shared strings, no formulas, nothing that points outside.

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const plain = /^[^&<>"_\p{Cc}\ud800-\udfff\ufffe\uffff]*$/u;
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute. What XML cannot hold is left out; a tab or a new line stays. */
export function xmlText(text: string): string {
  if (plain.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replaceAll(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
      // Excel would read _x0041_ as a letter.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll(/[&<>"]/g, (mark) => named[mark] ?? '')
  );
}

/** Indexes into cellXfs below. All are text, so that what is typed over a number stays as typed. */
export const cellStyle = { text: 1, heading: 2, watermark: 3, marked: 4 } as const;

export const stylesXml = `${head}<styleSheet xmlns="${main}">
<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font>
<font><i/><sz val="9"/><color rgb="FF808080"/><name val="Calibri"/></font>
<font><sz val="11"/><color rgb="FFC00000"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
${[0, 1, 2, 3].map(textStyle).join('\n')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function textStyle(font: number): string {
  const applied = 'xfId="0" applyNumberFormat="1" applyFont="1"';
  return `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" ${applied}/>`;
}

export const rootRelationsXml = `${head}<Relationships xmlns="${packages}/relationships">
<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypesXml(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${spreadsheet}.${type}+xml"/>`;
  return `${head}<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
${override('workbook', 'sheet.main')}${override('styles', 'styles')}
${numbers(sheets)
  .map((n) => override(`worksheets/sheet${n}`, 'worksheet'))
  .join('')}</Types>`;
}

export function workbookRelationsXml(sheets: number): string {
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}.xml"/>`;
  return `${head}<Relationships xmlns="${packages}/relationships">
${numbers(sheets)
  .map((n) => relation(n, 'worksheet', `worksheets/sheet${n}`))
  .join('')}
${relation(sheets + 1, 'styles', 'styles')}</Relationships>`;
}

export function workbookXml(sheets: readonly { name: string; hidden?: boolean }[]): string {
  const one = ({ name, hidden = false }: { name: string; hidden?: boolean }, index: number) =>
    `<sheet name="${xmlText(tabName(name))}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''}` +
    ` r:id="rId${index + 1}"/>`;
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>
${sheets.map(one).join('')}</sheets></workbook>`;
}

/** What Excel takes for a name of a sheet. */
function tabName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

export interface SheetFrame {
  /** How many rows stay in sight when the rest is scrolled. */
  frozenRows: number;
  widths: readonly number[];
}

export function sheetHead({ frozenRows, widths }: SheetFrame): string {
  const column = (width: number, index: number) =>
    `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${cellStyle.text}"` +
    ' customWidth="1"/>';
  const below = `topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"`;
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">
<pane ySplit="${frozenRows}" ${below}/></sheetView></sheetViews>
<cols>${widths.map(column).join('')}</cols><sheetData>`;
}

export interface SheetTail {
  choices: readonly { column: number; from: string }[];
  watermark: string;
  firstRow: number;
  lastRow: number;
}

const HEADER_CHARS_MAX = 255;

export function sheetTail({ choices, watermark, firstRow, lastRow }: SheetTail): string {
  const lists = choices.map(({ column, from }) => {
    const letters = lettersOf(column);
    return (
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1"' +
      ` sqref="${letters}${firstRow}:${letters}${lastRow}">` +
      `<formula1>${xmlText(from)}</formula1></dataValidation>`
    );
  });
  const validations = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  // In a page header an ampersand begins a code; two are one.
  const shown = `&C${watermark.replaceAll('&', '&&')}`.slice(0, HEADER_CHARS_MAX);
  const header = `<headerFooter><oddHeader>${xmlText(shown)}</oddHeader></headerFooter>`;
  return (
    '</sheetData>' +
    (lists.length > 0 ? validations : '') +
    (watermark === '' ? '' : header) +
    '</worksheet>'
  );
}

/** 1 → A, 64 → BL. */
export function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(65 + rest);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
