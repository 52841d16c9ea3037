// What the tests need besides npm's packages: a broker, and a browser with Chinese letters.
import { existsSync } from 'node:fs';
import { findNatsServer, programOnPath } from '@gonglian/embedded/nats-server.ts';
import { lastLine, run } from '@gonglian/embedded/run.ts';
import type { Home } from './home.ts';

const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const MAC_BROWSER = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const FONT = 'fonts-wqy-microhei';
const APT_TIMEOUT_MS = 600_000;

/** Variables for the tests: NATS_SERVER, and CHROMIUM when there is a browser. */
export async function prepareTools(
  home: Home,
  say: (line: string) => void,
): Promise<NodeJS.ProcessEnv> {
  const nats = await findNatsServer({ home: home.dir, allowOld: true, log: say });
  const browser = await prepareBrowser(say);
  return { NATS_SERVER: nats.path, ...(browser ? { CHROMIUM: browser } : {}) };
}

async function prepareBrowser(say: (line: string) => void): Promise<string | undefined> {
  const found = findBrowser();
  const font = process.platform === 'darwin' || (await hasChineseFont());
  const missing = [
    ...(font || programOnPath('fc-list') ? [] : ['fontconfig']), // or the font is not seen next time
    ...(found ? [] : ['chromium-headless-shell']),
    ...(font ? [] : [FONT]),
  ];
  if (missing.length === 0) return found;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    const lack = found ? 'no font with Chinese letters' : 'no Chromium: browser tests are skipped';
    say(`${lack} (Debian: apt-get install ${missing.join(' ')})`);
    return found;
  }
  say(`installing ${missing.join(' and ')} with apt-get`);
  const failure =
    (await apt('update')) ?? (await apt('install', '-y', '--no-install-recommends', ...missing));
  if (failure) say(`apt-get failed, browser tests may be skipped: ${failure}`);
  return findBrowser();
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
