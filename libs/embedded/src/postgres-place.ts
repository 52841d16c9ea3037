// Where a cluster may lie: its files belong to the server's user, who must be able to enter the folder.
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandOf, endProcess, isRunning, know, type KnownProcess } from './pids.ts';
import { serverUser } from './postgres-binaries.ts';
import { run } from './run.ts';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 2 * 1024 ** 3;
const PREFIX = 'gl-pg-';

/**
 * The wanted folder, made and owned; or, when root's project lies where nobody else may look (as in
 * /root), a folder under /var/lib that only this project uses. Not /tmp: that is cleaned now and then.
 */
export async function placeFor(wanted: string): Promise<string> {
  const user = serverUser();
  const asIs = path.resolve(wanted);
  if (user.uid === undefined || (await isEntered(asIs, user.uid))) return asIs;
  const mark = createHash('sha256').update(asIs).digest('hex').slice(0, 12);
  return path.join('/var/lib', `gonglian-${mark}`, path.basename(asIs));
}

/** Asks as the server's user rather than reading modes: access lists and mounts have a say too. */
async function isEntered(folder: string, uid: number): Promise<boolean> {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  const asked = await run('/bin/sh', ['-c', 'cd "$0"', parent], { uid, gid: uid, cwd: '/' });
  return asked.code === 0;
}

/** Hands a new, empty folder to the server's user. */
export function give(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

/** A new folder for a throw-away cluster, in memory when there is room. */
export function scratchFolder(): string {
  const folder = path.join(
    scratchParent(ROOM_BYTES),
    `${PREFIX}${process.pid}-${Date.now().toString(36)}`,
  );
  give(folder);
  writeFileSync(path.join(folder, 'owner.json'), JSON.stringify(know(process.pid)));
  return folder;
}

/** Where what is thrown away is quickest: in memory, when there is that much room and nobody said otherwise. */
export function scratchParent(roomBytes: number): string {
  if (process.env.TMPDIR || !existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > roomBytes ? MEMORY : tmpdir();
}

/** Every place that `scratchParent` may have named. */
export const scratchParents = (): string[] =>
  [...new Set([MEMORY, tmpdir()])].filter((parent) => existsSync(parent));

/** Ends and removes the throw-away clusters of runs that were killed. */
export async function removeStale(): Promise<void> {
  for (const parent of scratchParents()) {
    for (const name of readdirSync(parent).filter((one) => one.startsWith(PREFIX))) {
      const folder = path.join(parent, name);
      const owner = json<KnownProcess>(path.join(folder, 'owner.json'));
      if (owner === undefined || isRunning(owner)) continue;
      const server = postmasterOf(path.join(folder, 'data'));
      if (server) await endProcess(know(server.pid), 10_000, 'SIGQUIT'); // at once, clients or not
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The server that runs on this data folder, if one does. */
export function postmasterOf(data: string): { pid: number; port: number } | undefined {
  const lines = text(path.join(data, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  if (!pid || !port) return undefined;
  return `${commandOf(pid)} `.includes(` -D ${data} `) ? { pid, port } : undefined;
}

export function text(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function json<T>(file: string): T | undefined {
  const found = text(file);
  try {
    return found === undefined ? undefined : (JSON.parse(found) as T);
  } catch {
    return undefined;
  }
}
