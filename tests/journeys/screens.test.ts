import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  barriers,
  desk,
  drawn,
  open,
  openBrowser,
  overflow,
  phone,
  type Visitors,
} from './browser.ts';
import { openClerk } from './work.ts';

// Every screen that a duty finds in its menu, at a desk and on a phone, and once in both languages, with a picture of each
// kept under .gonglian/pictures.

const COUNTY = '321084';
const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const duties = ['clerk', 'chair', 'supervisor', 'auditor', 'member', 'finance', 'admin'];
const chromium = process.env.CHROMIUM ?? '';
const languages = ['zh-CN', 'en'] as const;
const nameOf = { 'zh-CN': '中文', en: 'English' };
/** Addresses that were looked at in both languages. */
const seen = new Set<string>();
let visitors: Visitors;

/** Gives the user `member` the duty of one who has a record. */
async function makeMember(): Promise<void> {
  const { items } = await (
    await openApi(origin)
  ).get<{ items: { memberId: string; unionId: string }[] }>('/members?limit=5');
  const [member] = items;
  if (!member) throw new Error('nobody has joined yet');
  const session = await (await openApi(origin, 'member')).get<{ accountId: string }>('/session');
  const { memberId, unionId: scopeUnionId } = member;
  const duty = { accountId: session.accountId, duty: 'member', scopeUnionId, memberId };
  await (await openApi(origin, 'admin')).post('/duties', duty);
}

async function enter(page: Page, user: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('link', { name: '进入' }).click();
  await page.getByRole('link', { name: user }).click();
  await page.locator('main h1').waitFor();
}

async function speak(page: Page, language: keyof typeof nameOf): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.getByRole('button', { name: nameOf[language], exact: true }).click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** The addresses of the menu, as this duty sees it. */
async function menuOf(page: Page): Promise<string[]> {
  const links = await page.locator('nav.menu a').all();
  const found = await Promise.all(links.map((link) => link.getAttribute('href')));
  return found.flatMap((address) => address ?? []);
}

describe.runIf(chromium !== '')('screens', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    const clerk = await openClerk(origin, COUNTY);
    const union = await clerk.enrolUnion();
    await clerk.join(union, 30);
    await eventually(() => makeMember());
    visitors = await openBrowser(chromium);
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  // Two at a time: one page is drawn while another is looked through.
  test.concurrent.each(duties)('%s', async (duty) => {
    const visitor = await visitors.come();
    const page = await visitor.tab();
    await enter(page, duty);
    const screens = await menuOf(page);
    expect(screens.length).toBeGreaterThan(0);
    for (const address of screens) {
      await open(page, origin + address);
      // The language it was opened in comes first, so that over all screens each is opened in and turned to.
      const opened = await page.locator('html').getAttribute('lang');
      for (const language of languages.toSorted((one) => (one === opened ? -1 : 1))) {
        // What another duty has seen in both languages differs in what may be done there; its words have been looked at.
        if (language !== opened && seen.has(address)) continue;
        await speak(page, language);
        for (const [place, size] of Object.entries({ desk, phone })) {
          await page.setViewportSize(size);
          await drawn(page);
          const picture = `${duty}${address.replaceAll('/', '-')}-${language}-${place}.png`;
          await page.screenshot({ path: path.join(pictures, picture) });
          const found = { barriers: await barriers(page), overflow: await overflow(page) };
          expect({ address, language, place, found }).toEqual({
            address,
            language,
            place,
            found: { barriers: [], overflow: 0 },
          });
        }
        await page.setViewportSize(desk);
      }
      seen.add(address);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
