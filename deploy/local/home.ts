// The folder that holds everything a local start leaves behind: data, keys, passwords, logs, records.
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Trouble } from '@gonglian/embedded/trouble.ts';

export const root = path.resolve(import.meta.dirname, '../..');

const NEEDED_BYTES = 2 * 1024 ** 3;

export interface Home {
  dir: string;
  /** A path inside; its folder is made. */
  path(...parts: string[]): string;
}

export function openHome(): Home {
  const dir = path.resolve(process.env.GONGLIAN_HOME ?? path.join(root, '.gonglian'));
  try {
    // The database's own user may pass through, and reads nothing. A folder that is there is the user's.
    mkdirSync(dir, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new Trouble(`${dir} cannot be used: ${(error as Error).message}`, { cause: error });
  }
  return {
    dir,
    path(...parts) {
      const inside = path.join(dir, ...parts);
      mkdirSync(path.dirname(inside), { recursive: true });
      return inside;
    },
  };
}

export function checkDiskSpace(home: Home): void {
  const { bavail, bsize } = statfsSync(home.dir);
  if (bavail * bsize >= NEEDED_BYTES) return;
  const free = ((bavail * bsize) / 1024 ** 3).toFixed(1);
  throw new Trouble(`${home.dir} has ${free} GB free, 2 GB are needed`);
}

/** Written beside and renamed: a file is there whole or not at all. Only its owner may read it. */
export function writePrivate(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export interface Secrets {
  /** The password of that name: drawn and kept when it is asked for first, the same ever after. */
  password(name: string): string;
}

export function openSecrets(home: Home): Secrets {
  const file = home.path('secrets.json');
  const known: Record<string, string> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  return {
    password(name) {
      const kept = known[name];
      if (kept !== undefined) return kept;
      const drawn = randomBytes(24).toString('base64url');
      known[name] = drawn;
      writePrivate(file, `${JSON.stringify(known, undefined, 2)}\n`); // before anyone uses it
      return drawn;
    },
  };
}

/** A file with 32 random bytes in base64; kept when it is there. */
export function keyFile(home: Home, ...parts: string[]): string {
  const file = home.path(...parts);
  if (!existsSync(file)) writePrivate(file, `${randomBytes(32).toString('base64')}\n`);
  return file;
}
