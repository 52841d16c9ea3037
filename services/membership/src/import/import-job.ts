// An import as it is kept and as the API shows it.
import { Import, type ImportSheet } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { PART_BYTES_MAX } from '@gonglian/service/file-parts.ts';
import type { Sql } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { undoUntil, type ImportState } from './import-state.ts';

export interface ImportJob {
  id: string;
  unionId: string;
  unionName: string | null;
  createdBy: string;
  joinedOn: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  state: ImportState;
  failure: string;
  sheets: Buffer | null;
  mapping: Buffer | null;
  rows: number;
  rowsDone: number;
  rowsValid: number;
  rowsRefused: number;
  rowsUnchanged: number;
  rowsJoined: number;
  createdAt: string;
  doneAt: string | null;
  partsReceived: number;
  version: number;
}

/** Which column holds what, and where the rows begin. */
export interface SheetMapping {
  sheet: string;
  /** From 1. */
  headerRow: number;
  columns: readonly { column: number; heading: string; field: string }[];
}

/** Some imports in reach, the newest first; by id, or before one. */
export function findImports(
  sql: Sql,
  { importId = null, before = null, limit = 1 }: FindImports,
): Promise<ImportJob[]> {
  return sql<ImportJob>`
    select j.id, j.union_id as "unionId", u.name as "unionName", j.created_by as "createdBy",
      j.joined_on::text as "joinedOn", j.file_name as "fileName", j.size_bytes as "sizeBytes",
      j.sha256, j.state, j.failure, j.sheets, j.mapping, j.rows, j.rows_done as "rowsDone",
      j.rows_valid as "rowsValid", j.rows_refused as "rowsRefused",
      j.rows_unchanged as "rowsUnchanged", j.rows_joined as "rowsJoined",
      to_char(j.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
      to_char(j.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "doneAt",
      (select count(*)::int from import_part p where p.import_id = j.id) as "partsReceived",
      j.version
    from import_job j left join union_state u on u.union_id = j.union_id
    where (${importId}::uuid is null or j.id = ${importId}::uuid)
      and (${before}::uuid is null or j.id < ${before}::uuid)
    order by j.id desc limit ${limit}`;
}

interface FindImports {
  importId?: string | null;
  before?: string | null;
  limit?: number;
}

/** IMPORT_UNKNOWN for one out of reach, or of somebody else where only its owner may. */
export async function getJob(sql: Sql, importId: string, owner?: string): Promise<ImportJob> {
  const [job] = await findImports(sql, { importId });
  const theirs = owner !== undefined && job?.createdBy !== owner;
  if (job === undefined || theirs) throw notFound('IMPORT_UNKNOWN', { importId });
  return job;
}

/** The same, locked until the transaction ends. */
export async function lockJob(sql: Sql, importId: string, owner?: string): Promise<ImportJob> {
  await sql`select id from import_job where id = ${importId} for update`;
  return getJob(sql, importId, owner);
}

/** A step of a person: stale where the import has gone on since it was looked at. */
export async function lockStep(
  { sql, actor }: { sql: Sql; actor: Actor },
  { importId, expectedVersion }: { importId: string; expectedVersion: number },
  whose: 'own' | 'any' = 'own',
): Promise<ImportJob> {
  const job = await lockJob(sql, importId, whose === 'own' ? actor.id : undefined);
  if (job.version !== expectedVersion) throw stale('VERSION_MOVED', { version: job.version });
  return job;
}

/** Takes the next state; the count of what is done in it begins anew. */
export async function moveTo(
  sql: Sql,
  importId: string,
  state: ImportState,
  now: Date,
  failure = '',
): Promise<void> {
  await sql`
    update import_job set state = ${state}, failure = ${failure}, rows_done = 0, attempts = 0,
      touched_at = ${now}, version = version + 1
    where id = ${importId}`;
}

/**
 * Without what the file says: a command's answer is kept beside its key, and what stands in cells and headings may be
 * anybody's name. GetImport adds it.
 */
export function importView(job: ImportJob): Import {
  const { unionName, createdAt, doneAt, state } = job;
  const hours = doneAt ? membershipPolicy('import.undo_hours', chinaDate(new Date(doneAt))) : 0;
  const until = doneAt && state === 'DONE' ? undoUntil(new Date(doneAt), hours) : undefined;
  return Import.fromPartial({
    ...counts(job),
    importId: job.id,
    unionId: job.unionId,
    unionName: unionName ?? '',
    joinedOn: job.joinedOn,
    fileName: job.fileName,
    sizeBytes: job.sizeBytes,
    createdBy: job.createdBy,
    state,
    failure: job.failure,
    parts: Math.max(Math.ceil(job.sizeBytes / PART_BYTES_MAX), job.partsReceived),
    partsReceived: job.partsReceived,
    createdAt,
    doneAt: doneAt ? seconds(new Date(doneAt)) : '',
    undoUntil: until ? seconds(until) : '',
    version: job.version,
  });
}

function counts({ rows, rowsDone, rowsValid, rowsRefused, rowsUnchanged, rowsJoined }: ImportJob) {
  return { rows, rowsDone, rowsValid, rowsRefused, rowsUnchanged, rowsJoined };
}

function seconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The view after a change of this transaction. */
export async function viewNow(sql: Sql, importId: string): Promise<Import> {
  return importView(await getJob(sql, importId));
}

const sheetsPlace = (importId: string) => `import_job.sheets.${importId}`;
const mappingPlace = (importId: string) => `import_job.mapping.${importId}`;

export function sealSheets(vault: Vault, importId: string, sheets: readonly ImportSheet[]): Buffer {
  return vault.seal(JSON.stringify(sheets), sheetsPlace(importId));
}

export function openSheets(vault: Vault, { id, sheets }: Pick<ImportJob, 'id' | 'sheets'>) {
  return sheets ? (JSON.parse(vault.open(sheets, sheetsPlace(id))) as ImportSheet[]) : [];
}

export function sealMapping(vault: Vault, importId: string, mapping: SheetMapping): Buffer {
  return vault.seal(JSON.stringify(mapping), mappingPlace(importId));
}

/** Undefined before the columns were mapped. */
export function openMapping(vault: Vault, { id, mapping }: Pick<ImportJob, 'id' | 'mapping'>) {
  return mapping ? (JSON.parse(vault.open(mapping, mappingPlace(id))) as SheetMapping) : undefined;
}
