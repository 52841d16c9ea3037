// Starts PostgreSQL from the programs that npm brought: one durable cluster, or a throw-away one for tests.
import {
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demandFree, freePort } from './ports.ts';
import { findBinaries, serverUser, type Binaries } from './postgres-binaries.ts';
import { give, placeFor, postmasterOf, scratchFolder, text } from './postgres-place.ts';
import { lastLine, run, type RunOptions } from './run.ts';
import { Trouble } from './trouble.ts';

const SUPERUSER = 'gl';
const LOG_LIMIT_BYTES = 10 * 1024 ** 2;

export interface PostgresOptions {
  /** Left out: a new folder, removed by stop(). */
  dataDir?: string;
  /** Left out: a free one. */
  port?: number;
  /** Keeps every acknowledged write, and asks for a password. Otherwise fast and forgetful. */
  durable: boolean;
  /** Of the superuser "gl"; set when the cluster is made. A durable cluster needs one. */
  password?: string;
  log?: (line: string) => void;
}

export interface Postgres {
  url: string;
  pid: number;
  port: number;
  /** Where the data really is: not always where it was asked for, see placeFor. */
  dataDir: string;
  /** True when it ran already: whoever started it should be the one to stop it. */
  adopted: boolean;
  stop(): Promise<void>;
}

interface Cluster {
  data: string;
  binaries: Binaries;
  as: RunOptions;
  options: PostgresOptions;
}

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  if (options.durable && !options.password) throw new Error('a durable cluster needs a password');
  const home = options.dataDir === undefined ? scratchFolder() : undefined;
  const data = home ? path.join(home, 'data') : await placeFor(options.dataDir ?? '');
  if (options.dataDir && data !== path.resolve(options.dataDir)) {
    options.log?.(
      `PostgreSQL's user cannot enter ${path.dirname(options.dataDir)}: its data is in ${data}`,
    );
  }
  mkdirSync(path.dirname(data), { recursive: true, mode: 0o755 });
  const binaries = await findBinaries(path.join(path.dirname(data), 'pg-native'));
  const as = { ...serverUser(), cwd: '/', env: cleanEnv() };
  const cluster: Cluster = { data, binaries, as, options };

  const running = postmasterOf(data);
  if (running) return handle(cluster, running, true, home);
  const port = options.port ?? (await freePort());
  await demandFree(port);
  await makeCluster(cluster);
  return handle(cluster, await boot(cluster, port), false, home);
}

/** PG* variables of the caller's shell would reach initdb and the server. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}

async function makeCluster({ data, binaries, as, options }: Cluster): Promise<void> {
  const found = text(path.join(data, 'PG_VERSION'))?.trim();
  if (found === binaries.major) return;
  if (found !== undefined) {
    throw new Trouble(
      `the data in ${data} was written by PostgreSQL ${found}, this is ${binaries.major}: ` +
        'start it with the release that wrote it, or reset',
    );
  }
  if (existsSync(data)) rmSync(data, { recursive: true }); // no version file: a cluster never was here
  const draft = `${data}.new`;
  const secret = `${data}.pw`;
  rmSync(draft, { recursive: true, force: true });
  give(draft);
  const started = Date.now();
  try {
    const args = [
      '-D',
      draft,
      '-U',
      SUPERUSER,
      '-E',
      'UTF8',
      '--no-instructions',
      ...localeFlags(),
    ];
    if (options.durable)
      args.push('-A', 'scram-sha-256', `--pwfile=${passwordFile(secret, options)}`);
    else args.push('-A', 'trust', '--no-sync');
    const made = await run(binaries.initdb, args, { ...as, timeoutMs: 120_000 });
    if (made.code !== 0)
      throw new Trouble(`no database could be made in ${data}: ${lastLine(made.output)}`);
    renameSync(draft, data);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  options.log?.(`made a database cluster in ${Date.now() - started} ms`);
}

/** Sorting is by code point everywhere; letters are known beyond ASCII, or trigrams would skip Chinese. */
function localeFlags(): string[] {
  const letters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return [
    '--locale=C',
    `--lc-ctype=${letters}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function passwordFile(file: string, { password = '' }: PostgresOptions): string {
  rmSync(file, { force: true });
  writeFileSync(file, password, { mode: 0o600, flag: 'wx' });
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
  return file;
}

async function boot(cluster: Cluster, port: number): Promise<{ pid: number; port: number }> {
  const { data, binaries, as, options } = cluster;
  const log = `${data}.log`;
  prepareLog(log);
  forgetStranger(data);
  const settings = settingsOf(options.durable).map((one) => `-c ${one}`);
  // After a kill the old server's children may hold its memory for a moment: then try again.
  for (let attempt = 1; ; attempt += 1) {
    const from = text(log)?.length ?? 0;
    await run(
      binaries.pgCtl,
      [
        '-D',
        data,
        '-w',
        '-t',
        '300',
        '-l',
        log,
        '-o',
        [`-p ${port}`, ...settings].join(' '),
        'start',
      ],
      { ...as, quiet: true, timeoutMs: 310_000 },
    );
    const running = postmasterOf(data);
    if (running) return running;
    const said = (text(log) ?? '').slice(from);
    if (attempt >= 20 || !said.includes('pre-existing shared memory block')) {
      const why =
        said.split('\n').find((line) => /FATAL|PANIC|could not/.test(line)) ?? lastLine(said);
      throw new Trouble(`PostgreSQL did not start: ${why.trim() || 'no reason given'} (${log})`);
    }
    await sleep(500);
  }
}

/** The server's user may not make files in the folder around the data: the file is there before it. */
function prepareLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  writeFileSync(log, '', { flag: 'a', mode: 0o600 });
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) chownSync(log, uid, gid);
}

/** After a reboot another program may have the number in the file, and PostgreSQL would not start. */
function forgetStranger(data: string): void {
  if (!postmasterOf(data)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

function settingsOf(durable: boolean): string[] {
  const both = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'shared_buffers=256MB',
    'timezone=UTC',
    ...(hasSmallShm() ? ['dynamic_shared_memory_type=mmap'] : []),
  ];
  return durable
    ? [...both, 'wal_compression=on', 'max_wal_size=2GB']
    : [...both, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
}

/** Containers often give /dev/shm 64 MB, too little for a parallel query. */
function hasSmallShm(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { blocks, bsize } = statfsSync('/dev/shm');
  return blocks * bsize < 512 * 1024 ** 2;
}

function handle(
  { data, binaries, as, options }: Cluster,
  { pid, port }: { pid: number; port: number },
  adopted: boolean,
  home: string | undefined,
): Postgres {
  const word = options.password ? `:${encodeURIComponent(options.password)}` : '';
  return {
    url: `postgres://${SUPERUSER}${word}@127.0.0.1:${port}/postgres`,
    pid,
    port,
    dataDir: data,
    adopted,
    async stop() {
      const how = options.durable ? 'fast' : 'immediate';
      const halt = (mode: string) =>
        run(binaries.pgCtl, ['-D', data, '-m', mode, '-w', '-t', '60', 'stop'], {
          ...as,
          quiet: true,
          timeoutMs: 70_000,
        });
      await halt(how);
      if (postmasterOf(data)) await halt('immediate');
      if (home) rmSync(home, { recursive: true, force: true });
    },
  };
}
