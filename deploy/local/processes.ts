// Starts programs that outlive the launcher and remembers them, so that a later one finds exactly these again.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { endProcess, isRunning, know, type KnownProcess } from '@gonglian/embedded/pids.ts';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { type Home, writePrivate } from './home.ts';

const LOG_LIMIT_BYTES = 10 * 1024 ** 2;

/** Later kinds lean on earlier ones: stopped in the opposite order. */
export const KINDS = ['postgres', 'nats', 'node'] as const;
export type Kind = (typeof KINDS)[number];

export interface Running extends KnownProcess {
  /** `postgres`, or kind and region: `nats-321084`. */
  name: string;
  kind: Kind;
  /** Where it is asked whether it is well. */
  port: number;
  log: string;
  /** Where in the log its own words begin; what stands before is of an earlier process. */
  logStart?: number;
  startedAt: string;
}

interface Launch {
  name: string;
  kind: Kind;
  port: number;
  args: string[];
  log: string;
}

/** Runs Node on these arguments, apart from this launcher's terminal and life. */
export async function launchNode(home: Home, launch: Launch): Promise<Running> {
  const { name, kind, port, args, log } = launch;
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  const logStart = existsSync(log) ? statSync(log).size : 0;
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  if (child.pid === undefined) {
    const error = await new Promise<Error>((done) => child.once('error', done));
    throw new Trouble(`${name} could not be started: ${error.message}`);
  }
  child.unref();
  return remember(home, { name, kind, port, log, logStart, ...know(child.pid) });
}

export function remember(home: Home, started: Omit<Running, 'startedAt'>): Running {
  const record = { ...started, startedAt: new Date().toISOString() };
  writePrivate(recordFile(home, started.name), `${JSON.stringify(record, undefined, 2)}\n`);
  return record;
}

/** Everything that was started and not stopped, whether or not it still runs. */
export function remembered(home: Home): Running[] {
  const folder = home.path('run');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.json'))
    : [];
  return files.flatMap((file) => {
    try {
      return [JSON.parse(readFileSync(home.path('run', file), 'utf8')) as Running];
    } catch {
      return []; // stopped by another launcher meanwhile
    }
  });
}

/** The process of that name if it runs; another port than today's would make it a stranger to the rest. */
export function findRunning(home: Home, name: string, port: number): Running | undefined {
  const found = remembered(home).find((one) => one.name === name && isRunning(one));
  if (!found || found.port === port) return found;
  throw new Trouble(`${name} runs on port ${found.port}, not ${port}: "./gonglian down" first`);
}

/** Stops them, those that lean on others first. */
export async function stopAll(
  home: Home,
  running: Running[],
  say: (line: string) => void,
): Promise<void> {
  for (const kind of KINDS.toReversed()) {
    const group = running.filter((one) => one.kind === kind);
    await Promise.all(group.map((one) => stopOne(home, one, say)));
  }
}

async function stopOne(home: Home, one: Running, say: (line: string) => void): Promise<void> {
  const ran = isRunning(one);
  // PostgreSQL: SIGINT ends sessions and writes everything out; SIGTERM would wait for the sessions.
  if (one.kind === 'postgres') await endProcess(one, 60_000, 'SIGINT');
  else await endProcess(one);
  if (isRunning(one)) throw new Trouble(`${one.name} (process ${one.pid}) does not end`);
  rmSync(recordFile(home, one.name), { force: true });
  if (ran) say(`stopped ${one.name}`);
}

/** The line of a process's log that says why it ended, as far as one can tell. */
export function lastWords({ log, logStart = 0 }: Pick<Running, 'log' | 'logStart'>): string {
  const text = existsSync(log) ? readFileSync(log).subarray(logStart).toString() : '';
  const lines = text.slice(-20_000).trim().split('\n');
  return (
    lines.findLast((line) => /Error|FATAL|"level":[56]0/.test(line)) ??
    lines.at(-1) ??
    ''
  ).trim();
}

function recordFile(home: Home, name: string): string {
  return home.path('run', `${name}.json`);
}
