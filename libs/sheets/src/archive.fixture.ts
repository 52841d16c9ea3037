import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { sheetLimits } from './limits.ts';
import { unpackRows } from './row-batch.ts';
import { openSource } from './open-source.ts';
import { openWorkbook, type SheetInfo, type SheetLimits, type SheetRow } from './read-workbook.ts';

/** A part of an archive, and what the archive says of it where that is not so. */
export interface Part {
  name: string;
  data: string | Buffer;
  declaredSize?: number;
  crc?: number;
  flags?: number;
  /** As of a file of Unix: type and permissions. */
  mode?: number;
}

/** A zip archive byte by byte: the library that writes them well cannot write them badly. */
export function archiveOf(parts: readonly Part[], declaredCount = parts.length): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { mode = 0o100644, flags = 0x800 } = part;
    const data = Buffer.from(part.data);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(part.crc ?? crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.declaredSize ?? data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const madeOnUnix = Buffer.from([20, 3]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeOnUnix, shared, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(declaredCount, 8);
  end.writeUInt16LE(declaredCount, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Written {
  /** Of the one sheet: what stands between the tags of its data. */
  rows?: string;
  sheet?: string;
  sharedStrings?: string;
  styles?: string;
  workbook?: string;
  workbookType?: string;
  /** More relations of the workbook. */
  relations?: string;
  more?: readonly Part[];
}

/** The parts of a workbook with one sheet, as a small office would write them. */
export function partsOf(written: Written): Part[] {
  const { rows = '', sharedStrings, styles, more = [] } = written;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const optional = { sharedStrings, styles };
  const given = Object.entries(optional).filter(([, xml]) => xml !== undefined);
  const shared = given.map(([kind]) => relation(kind, kind, `${kind}.xml`)).join('');
  const type = written.workbookType ?? `${spreadsheet}.sheet.main+xml`;
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data:
        `<Relationships>${relation('r1', 'worksheet', '/xl/sheet.xml')}${shared}` +
        `${written.relations ?? ''}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data:
        written.workbook ??
        '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/sheet.xml',
      data: written.sheet ?? `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
    ...given.map(([kind, xml]) => ({ name: `xl/${kind}.xml`, data: xml ?? '' })),
    ...more,
  ];
}

export function workbookOf(written: Written): Buffer {
  return archiveOf(partsOf(written));
}

export const inline = (text: string, reference = ''): string =>
  `<c${reference === '' ? '' : ` r="${reference}"`} t="inlineStr"><is><t>${text}</t></is></c>`;

/** Runs with the bytes in a file that is gone afterwards. */
export async function withFile<Result>(
  bytes: Buffer | AsyncIterable<Buffer>,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gonglian-sheet-'));
  try {
    const file = path.join(folder, 'upload');
    await writeFile(file, bytes);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface ReadBook {
  sheets: readonly SheetInfo[];
  /** By sheet. */
  rows: Record<string, SheetRow[]>;
}

/** Everything in a file, by way of the reader's thread. */
export function readBook(
  bytes: Buffer | AsyncIterable<Buffer>,
  fileName = 'members.xlsx',
  limits: Partial<SheetLimits> = {},
): Promise<ReadBook> {
  return withFile(bytes, async (file) => {
    const book = await openWorkbook(file, fileName, limits);
    try {
      const rows: Record<string, SheetRow[]> = {};
      for (const { name } of book.sheets) {
        const all: SheetRow[] = [];
        for await (const row of book.rows(name)) all.push(row);
        rows[name] = all;
      }
      return { sheets: book.sheets, rows };
    } finally {
      await book.close();
    }
  });
}

/** The same without the thread, which most tests need not wait for. */
export function readHere(
  bytes: Buffer | AsyncIterable<Buffer>,
  fileName = 'members.xlsx',
  limits: Partial<SheetLimits> = {},
): Promise<ReadBook> {
  return withFile(bytes, async (file) => {
    const source = await openSource(file, fileName, { ...sheetLimits, ...limits });
    const rows: Record<string, SheetRow[]> = {};
    for (const { name } of source.sheets) {
      const all: SheetRow[] = [];
      for await (const batch of source.rows(name)) all.push(...unpackRows(batch));
      rows[name] = all;
    }
    return { sheets: source.sheets, rows };
  });
}
