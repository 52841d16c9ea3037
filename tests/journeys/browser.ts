// A browser as visitors use it: what it shows, what it loads, what it complains of.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { eventually } from '@gonglian/testing/eventually.ts';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** The packed form of it: a page reads half as much before it can be looked through. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What breaks a rule weighs what the rule weighs, so lesser rules are not asked: none would be told below. */
const look = `axe.run(document, {
  resultTypes: ['violations'],
  rules: Object.fromEntries(axe._audit.rules
    .filter(({ impact }) => impact === 'minor' || impact === 'moderate')
    .map(({ id }) => [id, { enabled: false }])),
})`;

const patienceMs = 20_000;
const tabsMax = 250;

export interface Visitor {
  /** A tab of its own, logged in as the clerk of a node. */
  enter(origin: string): Promise<Page>;
  /** A tab that has not gone anywhere. */
  tab(): Promise<Page>;
  /** What the browser has written to its console, and what it could not load. */
  complaints: string[];
  leave(): Promise<void>;
}

export interface Visitors {
  /** Somebody with empty storage, in a Chinese browser that moves nothing by itself. */
  come(): Promise<Visitor>;
  close(): Promise<void>;
}

export async function openBrowser(executablePath: string): Promise<Visitors> {
  const browser = await chromium.launch({ executablePath });
  return {
    async come() {
      const settings = { viewport: desk, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
      return visit(await browser.newContext(settings));
    },
    close: () => browser.close(),
  };
}

function visit(context: BrowserContext): Visitor {
  const complaints: string[] = [];
  context.setDefaultTimeout(patienceMs);
  const tab = async () => {
    const page = await context.newPage();
    listen(page, complaints);
    return page;
  };
  return {
    complaints,
    tab,
    async enter(origin) {
      const page = await tab();
      await page.goto(origin);
      await page.getByRole('link', { name: '进入' }).click();
      // The development provider, where one is who one says.
      await page.getByRole('link', { name: 'clerk' }).click();
      await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
      return page;
    },
    leave: () => context.close(),
  };
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    const { url } = line.location();
    // How the console learns that nobody is logged in yet; the browser calls every 401 an error.
    const nobody = url.endsWith('/api/v1/session') && line.text().includes('401');
    if (['error', 'warning'].includes(line.type()) && !nobody)
      complaints.push(`${line.text()} ${url}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
}

/** Goes to a page and waits until all of it is drawn. */
export async function open(page: Page, address: string): Promise<void> {
  // A tab behind another draws once a second only.
  await page.bringToFront();
  await page.goto(address);
  await drawn(page);
}

export async function drawn(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await eventually(
    async () => {
      const waiting = await page.locator('.waiting, .stale-view').count();
      if (waiting > 0) throw new Error(`${page.url()} still waits in ${waiting} places`);
    },
    { timeoutMs: patienceMs },
  );
}

/** What axe finds serious or worse: rule and place. A page that was looked through already has it. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const { violations } = (await page.evaluate(look)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** How much wider than the window the page is. */
export async function overflow(page: Page): Promise<number> {
  const pixels = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  return Number(await page.evaluate(pixels));
}

/** Goes on by key until something with that name, or below that selector, is reached. */
export async function tabTo(page: Page, name: string | { below: string }): Promise<void> {
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await isAt(page, name)) return;
  }
  throw new Error(`no key leads to ${JSON.stringify(name)}`);
}

/** The same, and presses it. */
export async function pressByKey(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

export async function isAt(page: Page, name: string | { below: string }): Promise<boolean> {
  const test =
    typeof name === 'string'
      ? `at.textContent.trim() === ${JSON.stringify(name)}`
      : `at.closest(${JSON.stringify(name.below)}) !== null`;
  return Boolean(await page.evaluate(`(at => ${test})(document.activeElement)`));
}

/** All that a page says to eye or ear, except what it says to be Chinese. */
export async function words(page: Page): Promise<string[]> {
  const collect = `[...document.querySelectorAll('body, body *, title')]
    .filter((one) => !one.closest('[lang^=zh]:not(html)'))
    .flatMap((one) => [
      ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    ])
    .filter((text) => text.trim() !== '')`;
  return (await page.evaluate(collect)) as string[];
}

/** Bytes on the wire until the page stands, and how each file was packed. */
export async function weigh(
  page: Page,
  go: () => Promise<unknown>,
): Promise<{ bytes: number; packing: Record<string, string> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const packing: Record<string, string> = {};
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    packing[pathname] = response.headers()['content-encoding'] ?? 'none';
  });
  await go();
  await page.waitForLoadState('networkidle');
  return { bytes, packing };
}
