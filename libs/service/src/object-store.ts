// Where files of people lie, sealed: what is kept there is opened by nobody who has only the place.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isId, newId } from '@gonglian/kernel/id.ts';
import { notFound, unavailable } from '@gonglian/kernel/refusal.ts';

export interface ObjectStore {
  /** Again with the same key it is written anew. Throws unavailable STORE_UNAVAILABLE. */
  put(key: string, sealed: Buffer): Promise<void>;
  /** Throws notFound OBJECT_GONE, unavailable STORE_UNAVAILABLE. */
  get(key: string): Promise<Buffer>;
  /** What is not there is removed. */
  remove(key: string): Promise<void>;
}

/** A key is an id: it says nothing, and no path can be made of it. */
export function requireKey(key: string): string {
  if (!isId(key)) throw new Error('the key of an object is an id');
  return key;
}

/** A folder of this machine, or one that is mounted: the default. */
export function folderStore(folder: string): ObjectStore {
  const place = (key: string) => path.join(folder, requireKey(key).slice(-2), key);
  return {
    async put(key, sealed) {
      const file = place(key);
      // Whole or not at all: a reader never finds half of it.
      const draft = `${file}.${newId()}`;
      await reached(async () => {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await writeFile(draft, sealed, { mode: 0o600, flush: true });
        await rename(draft, file);
      });
    },
    async get(key) {
      const file = place(key);
      return reached(() => readFile(file));
    },
    async remove(key) {
      const file = place(key);
      await reached(() => rm(file, { force: true }));
    },
  };
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw notFound('OBJECT_GONE', {}, { cause });
    throw unavailable('STORE_UNAVAILABLE', {}, { cause });
  }
}
