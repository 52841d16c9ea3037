// What a learning platform has written, a person and a course a line:
// number, name, ID number, course, minutes, day. A first line of headings is passed over.

export interface LearningRow {
  recordNo: string;
  personName: string;
  idNumber: string;
  courseTitle: string;
  minutes: number;
  learnedOn: string;
}

export interface ReadRows {
  rows: LearningRow[];
  /** The line in the file of each row. */
  lines: number[];
  /** The lines that could not be read. */
  wrong: number[];
}

/** As the node takes them at once. */
export const rowsMax = 2_000;

const cellsOfRow = 6;

export function readRows(text: string): ReadRows {
  const read: ReadRows = { rows: [], lines: [], wrong: [] };
  const written = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [at, line] of written.entries()) {
    if (line.trim() === '') continue;
    const cells = cellsIn(line);
    const [recordNo = '', personName = '', idNumber = '', courseTitle = '', minutes = ''] = cells;
    const told = /^\d{1,6}$/.test(minutes) && [recordNo, personName, courseTitle].every(Boolean);
    if (cells.length === cellsOfRow && told) {
      const learnedOn = dayOf(cells[5] ?? '');
      const row = { recordNo, personName, idNumber, courseTitle, learnedOn };
      read.rows.push({ ...row, minutes: Number(minutes) });
      read.lines.push(at + 1);
    } else if (at > 0) read.wrong.push(at + 1);
  }
  return read;
}

/** A cell may stand in quotes, and have commas there. */
function cellsIn(line: string): string[] {
  const cells = line.match(/(?:"(?:[^"]|"")*"|[^,\t])*(?:[,\t]|$)/g) ?? [];
  return cells
    .slice(0, line.match(/[,\t]$/) ? undefined : -1)
    .map((cell) => cell.replace(/[,\t]$/, '').trim())
    .map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell));
}

/** Spreadsheets write 2026/3/8. */
function dayOf(written: string): string {
  const read = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(written);
  if (!read) return written;
  const [, year = '', month = '', day = ''] = read;
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** Spreadsheets here save in GB 18030 where they are not told otherwise. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
