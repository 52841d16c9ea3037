// Fetches a current nats-server without touching the system: from Debian's newer suite, or through brew.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entryForSuite, parseDeb822, parseOneLine, type AptSource } from './apt-sources.ts';
import { lastLine, run } from './run.ts';
import { Trouble } from './trouble.ts';

const PACKAGE = 'nats-server';
const NETWORK_TIMEOUT_MS = 240_000;

/** Where each system keeps a newer build than its own. */
const NEWER: Record<string, { suite: string; component: string }> = {
  debian: { suite: 'forky', component: 'main' },
  ubuntu: { suite: 'devel', component: 'universe' },
};

/** Puts a nats-server at `target` and says where it is; throws Trouble with the reason when it cannot. */
export async function fetchNatsServer(target: string): Promise<string> {
  if (process.platform === 'darwin') return fromBrew();
  const system = systemOf();
  const newer = NEWER[system.id];
  if (!newer || !existsSync('/usr/bin/apt-get')) {
    throw new Trouble(`${system.id} has no package to fetch nats-server from`);
  }
  const entry = entryForSuite(machineSources(), system.codename, newer.suite, newer.component);
  if (!entry) throw new Trouble(`the apt sources name no archive of ${system.codename}`);
  await fromApt(entry, target);
  return target;
}

async function fromBrew(): Promise<string> {
  const prefix = await run('brew', ['--prefix']);
  if (prefix.code !== 0) throw new Trouble('brew is not installed');
  const made = await run('brew', ['install', PACKAGE], { timeoutMs: 600_000 });
  if (made.code !== 0)
    throw new Trouble(`brew install ${PACKAGE} failed: ${lastLine(made.output)}`);
  return path.join(prefix.output.trim(), 'bin', PACKAGE);
}

/** apt with a state folder of its own: the machine's lists, cache and packages are neither read nor changed. */
async function fromApt(entry: string, target: string): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'gl-apt-'));
  try {
    for (const folder of ['lists/partial', 'cache/archives/partial', 'out']) {
      mkdirSync(path.join(work, folder), { recursive: true });
    }
    writeFileSync(path.join(work, 'only.sources'), entry);
    writeFileSync(path.join(work, 'status'), '');
    await apt(work, 'update', '-qq');
    await apt(work, 'download', '-qq', PACKAGE);
    const file = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (!file) throw new Trouble(`apt brought no ${PACKAGE}`);
    const unpacked = await run('dpkg-deb', ['-x', path.join(work, file), path.join(work, 'out')]);
    if (unpacked.code !== 0)
      throw new Trouble(`${file} does not unpack: ${lastLine(unpacked.output)}`);
    install(programIn(path.join(work, 'out')), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function apt(work: string, ...command: string[]): Promise<void> {
  const settings = {
    'Dir::State': work,
    'Dir::State::Lists': path.join(work, 'lists'),
    'Dir::State::Status': path.join(work, 'status'),
    'Dir::Cache': path.join(work, 'cache'),
    'Dir::Etc::SourceList': path.join(work, 'only.sources'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'APT::Update::Error-Mode': 'any',
    'APT::Default-Release': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '30',
    'Acquire::https::Timeout': '30',
    ...(process.getuid?.() === 0 ? { 'APT::Sandbox::User': 'root' } : {}),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const env = { ...process.env, LC_ALL: 'C' };
  const done = await run('apt-get', [...options, ...command], {
    cwd: work,
    env,
    timeoutMs: NETWORK_TIMEOUT_MS,
  });
  if (done.code === 0) return;
  const error =
    done.output.split('\n').find((line) => line.startsWith('E:')) ?? lastLine(done.output);
  throw new Trouble(`apt could not fetch ${PACKAGE}: ${error}`);
}

function programIn(folder: string): string {
  const found = ['usr/sbin', 'usr/bin']
    .map((where) => path.join(folder, where, PACKAGE))
    .find((one) => existsSync(one));
  if (!found) throw new Trouble(`the package ${PACKAGE} holds no program of that name`);
  return found;
}

/** Renamed into place whole: two launchers at once may both do it. */
function install(program: string, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  copyFileSync(program, draft);
  chmodSync(draft, 0o755);
  renameSync(draft, target);
}

function systemOf(): { id: string; codename: string } {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const value = (name: string) =>
    new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  return { id: value('ID') || process.platform, codename: value('VERSION_CODENAME') };
}

function machineSources(): AptSource[] {
  const folder = '/etc/apt/sources.list.d';
  const parts = existsSync(folder)
    ? readdirSync(folder).map((name) => path.join(folder, name))
    : [];
  return ['/etc/apt/sources.list', ...parts]
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      if (file.endsWith('.sources')) return parseDeb822(readFileSync(file, 'utf8'));
      return file.endsWith('.list') ? parseOneLine(readFileSync(file, 'utf8')) : [];
    });
}
