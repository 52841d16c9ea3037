// Workbooks and the way they take through an import, for tests and measurements.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Import,
  MembershipServiceService,
  Person,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { openWorkbook } from '@gonglian/sheets/read-workbook.ts';
import { xlsxOf } from '@gonglian/sheets/write-workbook.ts';
import type { Caller, TestService } from '@gonglian/testing/service.ts';
import type { Own } from '../pipeline.ts';
import { runNextImport } from './run-imports.ts';

type Service = TestService<Own, typeof MembershipServiceService>;

export const HEADINGS = ['姓名', '身份证号', '联系电话', '用工形式', '是否农民工', '新业态'];

export function cellsOf({ name, idNumber, phone, employmentForm, ...rest }: Person): string[] {
  const migrant = rest.migrantWorker ? '是' : '否';
  return [name, idNumber, phone, employmentForm, migrant, rest.newForms.join('、')];
}

/** As people send them: a title above the headings. */
export async function workbookOf(
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  headings: readonly string[] = HEADINGS,
): Promise<Buffer> {
  const columns = headings.map((heading) => ({ heading }));
  const parts: Buffer[] = [];
  const sheet = { name: '名册', columns, rows };
  for await (const part of xlsxOf([sheet], { watermark: '合成机械厂职工名册' })) parts.push(part);
  return Buffer.concat(parts);
}

interface Upload {
  unionId: string;
  bytes: Buffer;
  joinedOn?: string;
  fileName?: string;
  caller?: Caller;
}

const PART_BYTES = 2 * 1024 ** 2;

/** Announced and brought, the last part first. */
export async function upload(service: Service, asked: Upload): Promise<Import> {
  const { unionId, bytes, joinedOn = '2026-01-15', fileName = '名册.xlsx', caller = {} } = asked;
  const begin = { unionId, joinedOn, fileName, sizeBytes: bytes.length, sha256: sha256Hex(bytes) };
  let view = await service.call('beginImport', begin, caller);
  const { importId } = view;
  for (let partNo = Math.ceil(bytes.length / PART_BYTES); partNo > 0; partNo -= 1) {
    const content = bytes.subarray((partNo - 1) * PART_BYTES, partNo * PART_BYTES);
    view = await service.call('putImportPart', { importId, partNo, content }, caller);
  }
  return view;
}

/** Does what the service does by itself, until nothing is at work. */
export async function work({ served }: Service, signal?: AbortSignal): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    if (signal?.aborted || !(await runNextImport(served.running, signal))) return;
  }
}

/** Stops the work after so many of its steps, as a killed process would between two transactions. */
export function stopAfter(steps: number): AbortSignal {
  let asked = 0;
  return {
    get aborted() {
      asked += 1;
      return asked > steps;
    },
  } as AbortSignal;
}

export const stepOf = ({ importId, version }: Import) => ({ importId, expectedVersion: version });

/** Brought and read: its sheets are known. */
export async function readIn(service: Service, asked: Upload): Promise<Import> {
  const caller = asked.caller ?? {};
  const brought = await upload(service, asked);
  await service.call('readImport', stepOf(brought), caller);
  await work(service);
  return service.call('getImport', { importId: brought.importId }, caller);
}

/** The first sheet, as it is proposed. */
export function proposal(view: Import) {
  const [sheet] = view.sheets;
  const { name = '', headerRow = 0, columns = [] } = sheet ?? {};
  return { ...stepOf(view), sheet: name, headerRow, columns };
}

/** Read, mapped as it is proposed, and tried. */
export async function checkedIn(service: Service, asked: Upload): Promise<Import> {
  const caller = asked.caller ?? {};
  const view = await readIn(service, asked);
  await service.call('mapImport', proposal(view), caller);
  await work(service);
  return service.call('getImport', { importId: view.importId }, caller);
}

export async function importAll(service: Service, asked: Upload): Promise<Import> {
  const caller = asked.caller ?? {};
  const view = await checkedIn(service, asked);
  await service.call('commitImport', stepOf(view), caller);
  await work(service);
  return service.call('getImport', { importId: view.importId }, caller);
}

/** A file that is streamed, whole. */
export async function fileOf(
  chunks: AsyncIterable<FileChunk>,
): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
  const parts: Buffer[] = [];
  let [fileName, mediaType] = ['', ''];
  for await (const chunk of chunks) {
    if (chunk.fileName !== '') ({ fileName, mediaType } = chunk);
    parts.push(chunk.content);
  }
  return { fileName, mediaType, bytes: Buffer.concat(parts) };
}

/** Every sheet's rows as text. */
export async function rowsOfFile(
  bytes: Buffer,
  fileName: string,
): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gonglian-test-'));
  try {
    const file = path.join(folder, 'file');
    await writeFile(file, bytes);
    const book = await openWorkbook(file, fileName);
    const all = new Map<string, string[][]>();
    for (const { name } of book.sheets) {
      const rows: string[][] = [];
      for await (const { cells } of book.rows(name)) rows.push(cells);
      all.set(name, rows);
    }
    await book.close();
    return all;
  } finally {
    await rm(folder, { recursive: true });
  }
}
