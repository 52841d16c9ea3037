// An uploaded file: kept in sealed parts, laid open on disk only while it is read, in a folder of its own.
import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { decideWhole, type Part } from './file-parts.ts';
import type { Sql } from './use-case.ts';

/** Where a service keeps its parts: a table of its own, with its own row security. */
export interface PartStore {
  /** What a part is sealed to, so that none can stand for another: <table>.content. */
  place: string;
  /** In the order of their numbers. */
  list(sql: Sql, fileId: string): Promise<Part[]>;
  content(sql: Sql, fileId: string, no: number): Promise<Buffer | undefined>;
}

/** Some access to the database; a download reads each part in a transaction of its own. */
export type Reads = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

const placeOf = ({ place }: PartStore, fileId: string, no: number) => `${place}.${fileId}/${no}`;

export function stagedFile(store: PartStore) {
  async function* openParts(reads: Reads, vault: Vault, fileId: string): AsyncGenerator<Buffer> {
    const parts = await reads((sql) => store.list(sql, fileId));
    for (const { no } of parts) {
      const content = await reads((sql) => store.content(sql, fileId, no));
      if (!content) throw refused('IMPORT_FILE_GONE');
      yield Buffer.from(vault.open(content, placeOf(store, fileId, no)), 'base64');
    }
  }
  return {
    /** As text, which is what a vault seals. */
    sealPart(vault: Vault, fileId: string, no: number, content: Buffer): Buffer {
      return vault.seal(content.toString('base64'), placeOf(store, fileId, no));
    },
    /** Refused IMPORT_PARTS_MISSING, IMPORT_HASH_WRONG. */
    async requireFile(
      sql: Sql,
      vault: Vault,
      file: { id: string; sizeBytes: number; sha256: string },
    ): Promise<void> {
      decideWhole(await store.list(sql, file.id), file.sizeBytes);
      const hash = createHash('sha256');
      for await (const part of openParts((work) => work(sql), vault, file.id)) hash.update(part);
      if (hash.digest('hex') !== file.sha256) throw refused('IMPORT_HASH_WRONG');
    },
    /** Lays the file open while `work` runs; refused IMPORT_FILE_GONE where it is not kept any more. */
    async *withFile<T>(
      reads: Reads,
      vault: Vault,
      fileId: string,
      work: (file: string) => AsyncIterable<T>,
    ): AsyncGenerator<T> {
      const folder = await mkdtemp(path.join(tmpdir(), `${FOLDER}${process.pid}-`));
      try {
        const file = path.join(folder, 'file');
        await layOpen(file, openParts(reads, vault, fileId));
        yield* work(file);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function layOpen(file: string, parts: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of parts) {
      bytes += part.length;
      await handle.write(part);
    }
  } finally {
    await handle.close();
  }
  if (bytes === 0) throw refused('IMPORT_FILE_GONE');
}

const FOLDER = 'gonglian-import-';
const LEFT_AFTER_MS = 24 * 3_600_000;

/** Removes what a process that was killed has left lying open, of whichever service. */
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
