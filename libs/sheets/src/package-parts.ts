import path from 'node:path';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { isOn, readAll, type Attributes } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

/** What a workbook consists of: where its sheets and its shared parts are. Names in lower case. */
export interface WorkbookParts {
  sheets: { name: string; hidden: boolean; part: string }[];
  sharedStrings: string | undefined;
  styles: string | undefined;
  date1904: boolean;
}

const CONTENT_TYPES = '[content_types].xml';
const ROOT_RELATIONS = '_rels/.rels';
const workbookTypes = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
]);
/** Relations, sheets, parts named by the list of types: more is no office's work. */
const LISTED_MAX = 10_000;

/** Parts that run, fetch or hide something; we would not follow them, but nor do we store them. */
const unwelcome: [RegExp, string][] = [
  [/vbaproject|^xl\/(macrosheets|activex)\//, 'SHEET_MACROS'],
  [/^xl\/externallinks\//, 'SHEET_EXTERNAL_LINK'],
  [/^xl\/embeddings\//, 'SHEET_EMBEDDED'],
];
const unwelcomeTypes: [RegExp, string][] = [
  [/macroenabled|vbaproject|macrosheet|activex/i, 'SHEET_MACROS'],
  [/externallink/i, 'SHEET_EXTERNAL_LINK'],
];

export async function readPackage(parts: ZipParts): Promise<WorkbookParts> {
  if (!parts.has(CONTENT_TYPES)) throw notXlsx();
  for (const name of parts.names()) refuseAny(unwelcome, name);
  const workbook = await workbookPart(parts);
  const related = await relationsOf(parts, workbook);
  const { sheets, date1904 } = await readWorkbookPart(parts, workbook);
  const one = (kind: string) => [...related.values()].find((it) => it.kind === kind)?.part;
  return {
    sheets: sheets.flatMap(({ name, hidden, relation }) => {
      const target = related.get(relation);
      // Sheets that are a chart or a dialog have no rows.
      return target?.kind === 'worksheet' ? [{ name, hidden, part: target.part }] : [];
    }),
    sharedStrings: one('sharedStrings'),
    styles: one('styles'),
    date1904,
  };
}

export function notXlsx() {
  return invalid('SHEET_NOT_XLSX', { hint: 'SAVE_AS_XLSX' });
}

function refuseAny(table: readonly [RegExp, string][], text: string): void {
  for (const [pattern, code] of table) if (pattern.test(text)) throw refused(code);
}

/** What the package says its document is, if that is a workbook: by its part, or by its extension. */
async function workbookPart(parts: ZipParts): Promise<string> {
  const types = new Map<string, string>();
  await readAll(parts.text(CONTENT_TYPES), {
    open(_, { PartName, Extension = '', ContentType = '' }) {
      refuseAny(unwelcomeTypes, ContentType);
      types.set(PartName === undefined ? Extension : partOf('', PartName), ContentType);
      refuseEndless(types.size);
    },
  });
  const related = parts.has(ROOT_RELATIONS)
    ? await relationsOf(parts, '')
    : new Map<string, Related>();
  const [document] = [...related.values()].filter(({ kind }) => kind === 'officeDocument');
  const type =
    document && (types.get(document.part) ?? types.get(path.extname(document.part).slice(1)));
  if (!document || !workbookTypes.has(type ?? '')) throw notXlsx();
  return document.part;
}

interface Related {
  /** The last word of its type: worksheet, styles, sharedStrings. */
  kind: string;
  part: string;
}

async function relationsOf(parts: ZipParts, of: string): Promise<Map<string, Related>> {
  const related = new Map<string, Related>();
  const name = path.posix.join(path.posix.dirname(of), '_rels', `${path.posix.basename(of)}.rels`);
  await readAll(parts.text(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (element !== 'Relationship') return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      if (TargetMode === 'External') throw refused('SHEET_EXTERNAL_LINK');
      refuseAny(unwelcomeTypes, kind);
      related.set(Id, { kind, part: partOf(path.posix.dirname(of), Target) });
      refuseEndless(related.size);
    },
  });
  return related;
}

function partOf(folder: string, target: string): string {
  return path.posix
    .join('/', target.startsWith('/') ? '' : folder, target)
    .slice(1)
    .toLowerCase();
}

async function readWorkbookPart(parts: ZipParts, name: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let date1904 = false;
  await readAll(parts.text(name), {
    open(element, attributes) {
      if (element === 'workbookPr') date1904 = isOn(attributes['date1904']);
      if (element === 'externalReference') throw refused('SHEET_EXTERNAL_LINK');
      if (element !== 'sheet') return;
      const { name: title = '', state = 'visible' } = attributes;
      sheets.push({ name: title, hidden: state !== 'visible', relation: relationOf(attributes) });
      refuseEndless(sheets.length);
    },
  });
  return { sheets, date1904 };
}

/** r:id; the prefix is the writer's choice. */
function relationOf(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : (attributes[name] ?? '');
}

function refuseEndless(count: number): void {
  if (count > LISTED_MAX) throw invalid('SHEET_BROKEN', { why: 'list' });
}
