// How the screens of members are walked through: as whom, with what pictures, in which language.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApi } from '../api.ts';
import { barriers, desk, drawn, open, overflow, phone, words, type Visitor } from './browser.ts';
import { chineseIn } from './console-pages.ts';

const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');

/** A tab in which somebody has logged in as a development user. */
export async function enterAs(who: Visitor, origin: string, user: string): Promise<Page> {
  const tab = await who.tab();
  await tab.goto(`${origin}/api/v1/login`);
  await tab.getByRole('link').filter({ hasText: user }).first().click();
  await tab.waitForURL(`${origin}/**`);
  await drawn(tab);
  // The log-in of development has no icon, which a browser complains of.
  who.complaints.length = 0;
  return tab;
}

type Sizes = Readonly<Record<string, typeof desk>>;

/** Nothing stands in anybody's way, and a picture of it is kept. */
export async function look(page: Page, name: string, sizes: Sizes = { desk, phone }) {
  mkdirSync(pictures, { recursive: true });
  await drawn(page);
  for (const [place, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await page.screenshot({ path: path.join(pictures, `members-${name}-${place}.png`) });
    const found = { barriers: await barriers(page), overflow: await overflow(page) };
    expect({ name, place, found }).toEqual({ name, place, found: { barriers: [], overflow: 0 } });
  }
}

/** The administrator ties the account that is logged in to the record of who has that number. */
export async function linkToRecord(member: Page, origin: string, idNumber: string): Promise<void> {
  const session = (await member.evaluate(
    `fetch('/api/v1/session').then((answer) => answer.json())`,
  )) as { accountId: string };
  const clerk = await openApi(origin);
  const { items } = await clerk.post<{ items: { memberId: string; unionId: string }[] }>(
    '/members/search',
    { text: idNumber },
  );
  const admin = await openApi(origin, 'admin');
  await admin.post('/duties', {
    accountId: session.accountId,
    duty: 'member',
    memberId: items[0]?.memberId,
    scopeUnionId: items[0]?.unionId,
    grantedOn: new Date().toISOString().slice(0, 10),
  });
  await eventually(async () => {
    await member.goto(`${origin}/my`);
    await member.getByRole('heading', { level: 1, name: '我的信息' }).waitFor({ timeout: 2_000 });
  });
}

/** On none of these pages anything but names is Chinese; afterwards the page is in Chinese again. */
export async function inEnglish(
  page: Page,
  origin: string,
  addresses: readonly string[],
  names: readonly string[],
): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  for (const address of addresses) {
    await open(page, origin + address);
    expect({ address, left: chineseIn(await words(page), names) }).toEqual({ address, left: [] });
  }
  await page.getByRole('button', { name: '中文' }).click();
  await page.locator('html[lang=zh-CN]').waitFor();
}

export function nextMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}
