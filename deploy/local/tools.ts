// What the tests need besides npm's packages: a broker, a browser with Chinese letters, and hledger, which adds the books
// up without us.
import { existsSync } from 'node:fs';
import { findNatsServer, programOnPath } from '@gonglian/embedded/nats-server.ts';
import { lastLine, run } from '@gonglian/embedded/run.ts';
import type { Home } from './home.ts';

const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const MAC_BROWSER = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const FONT = 'fonts-wqy-microhei';
const APT_TIMEOUT_MS = 600_000;

/** Variables for the tests: NATS_SERVER; CHROMIUM and HLEDGER where they are to be had. */
export async function prepareTools(
  home: Home,
  say: (line: string) => void,
): Promise<NodeJS.ProcessEnv> {
  const nats = await findNatsServer({ home: home.dir, allowOld: true, log: say });
  const missing = await lacking();
  if (missing.length > 0) await install(missing, say);
  const [browser, hledger] = [findBrowser(), findHledger()];
  return {
    NATS_SERVER: nats.path,
    ...(browser ? { CHROMIUM: browser } : {}),
    ...(hledger ? { HLEDGER: hledger } : {}),
  };
}

interface Lack {
  packages: readonly string[];
  /** What is said where they cannot be had. */
  without: string;
}

async function lacking(): Promise<Lack[]> {
  const lacks: Lack[] = [];
  if (process.platform !== 'darwin' && !(await hasChineseFont())) {
    // Without fontconfig the font is not seen next time.
    const config = programOnPath('fc-list') ? [] : ['fontconfig'];
    lacks.push({ packages: [...config, FONT], without: 'no font with Chinese letters' });
  }
  if (!findBrowser())
    lacks.push({
      packages: ['chromium-headless-shell'],
      without: 'no Chromium: browser tests are skipped',
    });
  if (!findHledger())
    lacks.push({ packages: ['hledger'], without: 'no hledger: nobody else adds the books up' });
  return lacks;
}

async function install(missing: readonly Lack[], say: (line: string) => void): Promise<void> {
  const packages = missing.flatMap((one) => one.packages);
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    for (const lack of missing)
      say(`${lack.without} (Debian: apt-get install ${lack.packages.join(' ')})`);
    return;
  }
  say(`installing ${packages.join(' and ')} with apt-get`);
  const updated = await apt('update');
  // Each by itself: a suite that lacks one of them still has the others.
  for (const lack of missing) {
    const failure =
      updated ?? (await apt('install', '-y', '--no-install-recommends', ...lack.packages));
    if (failure) say(`apt-get failed, ${lack.without}: ${failure}`);
  }
}

function findHledger(): string | undefined {
  return process.env.HLEDGER || programOnPath('hledger');
}

function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM;
  if (given) return given;
  if (existsSync(MAC_BROWSER)) return MAC_BROWSER;
  return BROWSERS.map(programOnPath).find((found) => found !== undefined);
}

async function hasChineseFont(): Promise<boolean> {
  const listed = await run('fc-list', [':lang=zh', 'file']);
  return listed.code === 0 && listed.output.trim() !== '';
}

async function apt(...command: string[]): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const done = await run('apt-get', ['-q', ...command], { env, timeoutMs: APT_TIMEOUT_MS });
  return done.code === 0 ? undefined : lastLine(done.output);
}
