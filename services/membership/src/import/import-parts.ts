// The file of an import: kept in sealed parts, laid open on disk only while it is read, in a folder of its own.
import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';
import { decideWhole, type Part } from './import-state.ts';

const partPlace = (importId: string, no: number) => `import_part.content.${importId}/${no}`;

/** As text, which is what a vault seals. */
export function sealPart(vault: Vault, importId: string, no: number, content: Buffer): Buffer {
  return vault.seal(content.toString('base64'), partPlace(importId, no));
}

/** Some access to the database; a download reads each part in a transaction of its own. */
type Reads = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

async function* openParts(reads: Reads, vault: Vault, importId: string): AsyncGenerator<Buffer> {
  const parts = await reads((sql) => listParts(sql, importId));
  for (const { no } of parts) {
    const [part] = await reads(
      (sql) => sql<{ content: Buffer }>`
        select content from import_part where import_id = ${importId} and no = ${no}`,
    );
    if (!part) throw refused('IMPORT_FILE_GONE');
    yield Buffer.from(vault.open(part.content, partPlace(importId, no)), 'base64');
  }
}

export function listParts(sql: Sql, importId: string): Promise<Part[]> {
  return sql<Part>`
    select no, size_bytes as "sizeBytes" from import_part
    where import_id = ${importId} order by no`;
}

/** Refused IMPORT_PARTS_MISSING, IMPORT_HASH_WRONG. */
export async function requireFile(
  sql: Sql,
  vault: Vault,
  file: { id: string; sizeBytes: number; sha256: string },
): Promise<void> {
  decideWhole(await listParts(sql, file.id), file.sizeBytes);
  const hash = createHash('sha256');
  for await (const part of openParts((work) => work(sql), vault, file.id)) hash.update(part);
  if (hash.digest('hex') !== file.sha256) throw refused('IMPORT_HASH_WRONG');
}

const FOLDER = 'gonglian-import-';

/** Lays the file open while `work` runs; refused IMPORT_FILE_GONE where it is not kept any more. */
export async function* withFile<T>(
  reads: Reads,
  vault: Vault,
  importId: string,
  work: (file: string) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const folder = await mkdtemp(path.join(tmpdir(), `${FOLDER}${process.pid}-`));
  try {
    const file = path.join(folder, 'file');
    const handle = await open(file, 'wx', 0o600);
    let bytes = 0;
    try {
      for await (const part of openParts(reads, vault, importId)) {
        bytes += part.length;
        await handle.write(part);
      }
    } finally {
      await handle.close();
    }
    if (bytes === 0) throw refused('IMPORT_FILE_GONE');
    yield* work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const LEFT_AFTER_MS = 24 * 3_600_000;

/** Removes what a process that was killed has left lying open. */
export async function removeLeftFiles(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const folder = path.join(tmpdir(), name);
    const pid = Number.parseInt(name.slice(FOLDER.length), 10);
    // A number may be another process's by now: no file is read for a day.
    if (pid > 0 && isAlive(pid) && !(await isOld(folder))) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

async function isOld(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > LEFT_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
