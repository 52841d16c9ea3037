// A process number is reused: a number alone never says that the process we started is still there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const linux = process.platform === 'linux';

export interface KnownProcess {
  pid: number;
  /** When it started, in words that differ for another process of the same number. */
  mark: string;
}

/** What tells this process from a later one of the same number; undefined when there is none. */
export function markOf(pid: number): string | undefined {
  if (!linux) return ps(pid, 'lstart') || undefined;
  const stat = readable(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined || fields[0] === 'Z') return undefined; // a zombie has ended
  return `${readable('/proc/sys/kernel/random/boot_id')?.trim()}:${fields[19]}`;
}

/** The command line of a process, words separated by spaces; empty when there is none. */
export function commandOf(pid: number): string {
  if (!linux) return ps(pid, 'command');
  return (readable(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
}

export function know(pid: number): KnownProcess {
  return { pid, mark: markOf(pid) ?? 'gone' };
}

export function isRunning(known: KnownProcess): boolean {
  return markOf(known.pid) === known.mark;
}

/** Asks it to end, waits, then insists. Does nothing to a stranger who has the number now. */
export async function endProcess(
  known: KnownProcess,
  graceMs = 10_000,
  asking: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (!signal(known, asking)) return;
  if (await hasEnded(known, graceMs)) return;
  signal(known, 'SIGKILL');
  await hasEnded(known, 5_000);
}

async function hasEnded(known: KnownProcess, forMs: number): Promise<boolean> {
  const deadline = Date.now() + forMs;
  while (isRunning(known)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signal(known: KnownProcess, name: NodeJS.Signals): boolean {
  if (!isRunning(known)) return false;
  try {
    return process.kill(known.pid, name);
  } catch {
    return false; // it ended between the two lines, or belongs to someone else
  }
}

function readable(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  const env = { ...process.env, LC_ALL: 'C' };
  return (
    spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env,
    }).stdout?.trim() ?? ''
  );
}
