// Where files of people lie, sealed: what is kept there is opened by nobody who has only the place.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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
  /** A page of what lies there, behind the cursor of the page before; the first one behind ''. */
  list(cursor: string, limit: number): Promise<StoredPage>;
}

export interface StoredPage {
  items: { key: string; keptAt: Date }[];
  /** Empty where there is no more. */
  nextCursor: string;
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
    list: (cursor, limit) => reached(() => listFolder(folder, cursor, limit)),
  };
}

const DRAFT_MS_MAX = 86_400_000;

async function listFolder(folder: string, cursor: string, limit: number): Promise<StoredPage> {
  const items: StoredPage['items'] = [];
  for (const shard of await namesIn(folder)) {
    if (shard < cursor.slice(0, shard.length)) continue;
    for (const name of await namesIn(path.join(folder, shard))) {
      if (`${shard}/${name}` <= cursor) continue;
      if (items.length === limit) return { items, nextCursor: cursorOf(items) };
      const file = path.join(folder, shard, name);
      const known = await stat(file).catch(ignoreGone);
      if (known && isId(name)) items.push({ key: name, keptAt: known.mtime });
      // A draft is no object; whoever was killed over one left it behind.
      else if (known && Date.now() - known.mtimeMs > DRAFT_MS_MAX) await rm(file, { force: true });
    }
  }
  return { items, nextCursor: '' };
}

const cursorOf = (items: StoredPage['items']): string => {
  const { key } = items.at(-1) ?? { key: '' };
  return `${key.slice(-2)}/${key}`;
};

const namesIn = async (folder: string): Promise<string[]> =>
  ((await readdir(folder).catch(ignoreGone)) ?? []).toSorted();

function ignoreGone(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
  throw cause;
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
