import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning, know, type KnownProcess } from '@gonglian/embedded/pids.ts';
import { isPortTaken } from '@gonglian/embedded/ports.ts';
import { scratchParent, scratchParents } from '@gonglian/embedded/postgres-place.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { lastWords } from '../deploy/local/processes.ts';

const root = path.resolve(import.meta.dirname, '..');
const PREFIX = 'gonglian-';
/** Six nodes with a year of records, and as many again beside them. */
const ROOM_BYTES = 8 * 2 ** 30;
const regions = ['000000', '320000', '321000', '321084', '320600', '320612'];
const portsANode = 20;
/** Six nodes, and PostgreSQL behind them. */
const portsInAll = 220;
const runLimitMs = 300_000;

/** A federation of its own for a measurement or a journey: own folder, own ports. */
export interface Federation {
  home: string;
  port: number;
  /** Where a node's gateway answers. */
  origin(region: string): string;
  /** Where a node's broker answers. */
  brokerPort(region: string): number;
  run(...args: string[]): Promise<Outcome>;
  /** The same; throws with all it said unless it ends with 0. */
  demand(...args: string[]): Promise<string>;
  /** Starts the launcher and leaves it running. */
  begin(...args: string[]): Launcher;
  /** kill -9 of a process by its name, such as `node-321084`, `nats-321000` or `postgres`. */
  killHard(name: string): Promise<void>;
  /** What the launcher remembers of a process. */
  record(name: string): KnownProcess & { port: number; log: string };
  /** Starts a node that does not run, with settings other than its own; the launcher takes it for the node it knows. */
  startNode(region: string, config: NodeConfig): Promise<void>;
  /** The settings that `up` has written. */
  config(region: string): NodeConfig;
  /** Stops everything and deletes all data. */
  remove(): Promise<void>;
}

/** Of a node's settings what journeys use. */
export interface NodeConfig {
  superior: { region: string; natsUrl: string; user: string; password: string } | null;
  database: { port: number; name: string; owner: Login; roles: Record<string, Login> };
  nats: Login & { url: string };
}
interface Login {
  user: string;
  password: string;
}

export interface Outcome {
  code: number;
  output: string;
}

export interface Launcher {
  said(words: RegExp): Promise<void>;
  /** Ends it, and only it, without a word. */
  kill(): void;
}

/**
 * Ports are drawn: two test runs on one machine are not to meet. What Node.js has compiled is shared with other runs,
 * since writing it anew when six nodes end takes longer than a test; `cold` begins without. It lies in memory where
 * there is room, since what is asked of it is not how fast a disk is; a measurement says `onDisk`.
 */
export async function openFederation({ cold = false, onDisk = false } = {}): Promise<Federation> {
  removeStale();
  const port = await freeRange();
  const home = mkdtempSync(path.join(onDisk ? tmpdir() : scratchParent(ROOM_BYTES), PREFIX));
  // The database's own user passes through, or its data would lie outside (deploy/local/README.md).
  chmodSync(home, 0o711);
  writeFileSync(path.join(home, 'owner.json'), JSON.stringify(know(process.pid)));
  const env = environment(home, port, cold);
  const place = (region: string) => port + portsANode * regions.indexOf(region);
  const run = (...args: string[]) => runLauncher(args, env);
  const demand = async (...args: string[]) => {
    const { code, output } = await run(...args);
    if (code !== 0) throw new Error(`./gonglian ${args.join(' ')} ended with ${code}:\n${output}`);
    return output;
  };
  const record = (name: string) => readRecord(path.join(home, 'run', `${name}.json`));
  return {
    home,
    port,
    origin: (region) => `http://127.0.0.1:${place(region)}`,
    brokerPort: (region) => place(region) + 10,
    run,
    demand,
    begin: (...args) => begin(args, env),
    record,
    async killHard(name) {
      const victim = record(name);
      process.kill(victim.pid, 'SIGKILL');
      await eventually(() => {
        if (isRunning(victim)) throw new Error(`${name} still runs`);
      });
    },
    startNode: (region, config) => startNode(home, env, region, config),
    config: (region) =>
      JSON.parse(readFileSync(path.join(home, 'nodes', region, 'node.json'), 'utf8')) as NodeConfig,
    async remove() {
      await demand('reset', '--yes');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The first of a range of ports that nobody uses, below those that systems give to outgoing connections. */
async function freeRange(): Promise<number> {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const first = 10_000 + portsInAll * Math.floor(Math.random() * 90);
    const wanted = [...regions.keys()].flatMap((n) =>
      [0, 1, 2, 3, 4, 10].map((at) => first + portsANode * n + at),
    );
    const taken = await Promise.all([...wanted, first + 200].map(isPortTaken));
    if (!taken.includes(true)) return first;
  }
  throw new Error('no range of ports is free');
}

function environment(home: string, port: number, cold: boolean): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...env } = process.env;
  const broker = path.join(root, '.gonglian/bin/nats-server');
  return {
    ...env,
    ...(env['NATS_SERVER'] === undefined && existsSync(broker) ? { NATS_SERVER: broker } : {}),
    NODE_COMPILE_CACHE: path.join(cold ? home : path.join(root, '.gonglian'), 'cache/node'),
    GONGLIAN_HOME: home,
    GONGLIAN_PORT: String(port),
  };
}

/** Ends what a run that was killed has left behind. */
function removeStale(): void {
  const stale = scratchParents().flatMap((parent) =>
    readdirSync(parent)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => path.join(parent, name)),
  );
  for (const home of stale) {
    const owner = path.join(home, 'owner.json');
    if (!existsSync(owner) || isRunning(readRecord(owner))) continue;
    const records = path.join(home, 'run');
    for (const file of existsSync(records) ? readdirSync(records) : []) {
      const known = readRecord(path.join(records, file));
      if (isRunning(known)) process.kill(known.pid, 'SIGKILL');
    }
    rmSync(home, { recursive: true, force: true });
  }
}

function readRecord(file: string): KnownProcess & { port: number; log: string } {
  return JSON.parse(readFileSync(file, 'utf8')) as never;
}

/** Not synchronously: proxies of the test must go on passing bytes meanwhile. */
function runLauncher(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const child = spawn(path.join(root, 'gonglian'), args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (bytes: Buffer) => (output += bytes.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const limit = setTimeout(() => endGroup(child.pid), runLimitMs);
  return new Promise((done) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      done({ code: code ?? 1, output });
    });
  });
}

function begin(args: readonly string[], env: NodeJS.ProcessEnv): Launcher {
  const child = spawn(path.join(root, 'gonglian'), args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return {
    said: (words) =>
      eventually(
        () => {
          if (words.test(output)) return;
          throw new Error(`the launcher has not said ${words}: ${output}`);
        },
        { timeoutMs: 120_000 },
      ),
    kill: () => endGroup(child.pid),
  };
}

async function startNode(
  home: string,
  env: NodeJS.ProcessEnv,
  region: string,
  config: NodeConfig,
): Promise<void> {
  const file = path.join(home, 'nodes', region, 'other.json');
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  const recordFile = path.join(home, 'run', `node-${region}.json`);
  const before = readRecord(recordFile);
  const logStart = statSync(before.log).size;
  const log = openSync(before.log, 'a', 0o600);
  // The launcher becomes the node: its number stays, and so does the time of its start.
  const child = spawn(path.join(root, 'gonglian'), ['node', '--config', file], {
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  if (child.pid === undefined) throw new Error('the node could not be started');
  child.unref();
  writeFileSync(recordFile, JSON.stringify({ ...before, ...know(child.pid) }));
  await eventually(
    async () => {
      if (child.exitCode !== null)
        throw new Error(`${region} ended: ${lastWords({ ...before, logStart })}`);
      const health = await fetch(`http://127.0.0.1:${before.port}/healthz`);
      if (!health.ok) throw new Error(`node ${region} is not ready`);
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
}

/** The launcher is a shell, its Node and what that starts; nodes, brokers and the database have left its group. */
function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself
  }
}
