import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '@gonglian/sheets/read-workbook.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFederation } from '../federation.ts';
import { drawn, open, openBrowser, type Visitor, type Visitors } from './browser.ts';
import { openClerk, somePeople } from './work.ts';

// What leaves in files: members, when a second person has agreed, and the state of a node, which names nobody.

const COUNTY = '321084';
const chromium = process.env.CHROMIUM ?? '';
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const MEMBERS = 520;
const people = somePeople(0, MEMBERS);

let visitors: Visitors;
let clerk: Page;
let chair: Page;

async function enter(user: string): Promise<Page> {
  const visitor: Visitor = await visitors.come();
  const tab = await visitor.tab();
  await tab.goto(`${origin}/api/v1/login`);
  await tab.getByRole('link').filter({ hasText: user }).first().click();
  await drawn(tab);
  return tab;
}

async function ask(fields: readonly string[], reason: string): Promise<void> {
  await open(clerk, `${origin}/exports`);
  for (const field of fields) await clerk.getByLabel(field, { exact: true }).check();
  await clerk.getByLabel('用途').selectOption('contact');
  await clerk.getByLabel('事由').fill(reason);
  await clerk.getByRole('button', { name: '提交申请' }).click();
}

async function save(tab: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('button', { name: button }).first().click(),
  ]);
  const file = path.join(federation.home, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

describe.runIf(chromium !== '')('files out', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    const desk = await openClerk(origin, COUNTY);
    await desk.join(await desk.enrolUnion(), MEMBERS);
    visitors = await openBrowser(chromium);
    clerk = await enter('clerk');
    chair = await enter('chair');
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('an export says what is missing before it is asked for', async () => {
    await open(clerk, `${origin}/exports`);
    await clerk.getByRole('button', { name: '提交申请' }).click();
    await clerk.getByText('事由至少 5 个字').waitFor();
    expect(await clerk.locator('.export').count()).toBe(0);
  });

  test('a large one waits for another person than the one who asked', async () => {
    await ask(['证件号码（遮盖）'], '编制会员通讯名单');
    await clerk.getByText('您自己的申请须由另一位').waitFor();
    expect(await clerk.getByRole('button', { name: '批准' }).count()).toBe(0);
    await open(chair, `${origin}/exports`);
    await chair.getByRole('button', { name: '批准' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/批准导出 520 人[^]*编制会员通讯名单/);
    await dialog.getByRole('button', { name: '批准' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await chair.getByRole('button', { name: '下载文件' }).count()).toBe(0);
  });

  test('the file holds all, masked, below a line that says who took it and why', async () => {
    await open(clerk, `${origin}/exports`);
    const lines = await linesOf(await save(clerk, '下载文件'));
    expect(lines[0]?.join('')).toContain('编制会员通讯名单');
    expect(lines).toHaveLength(MEMBERS + 2);
    const text = JSON.stringify(lines.slice(1));
    const whole = people.filter((one) => text.includes(one.idNumber) || text.includes(one.phone));
    expect(whole).toEqual([]);
    // Each download is counted.
    await eventually(async () =>
      expect(await clerk.locator('.export').first().innerText()).toMatch(/下载次数\s*1/),
    );
  });

  test('the report of a node names no member', async () => {
    await open(clerk, `${origin}/links`);
    await clerk.getByRole('button', { name: '开始核对' }).click();
    await clerk.locator('.verdict').waitFor({ timeout: 60_000 });
    const text = readFileSync(await save(clerk, '下载诊断报告'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      node: { region: COUNTY },
      links: { uplink: { superior: '321000', connected: false } },
      verification: { clean: true, problems: [] },
    });
    const named = people.filter((one) =>
      [one.idNumber, one.phone, one.name].some((word) => text.includes(word)),
    );
    expect(named).toEqual([]);
  });
});

async function linesOf(file: string): Promise<string[][]> {
  const book = await openWorkbook(file, path.basename(file));
  try {
    const lines: string[][] = [];
    for await (const { cells } of book.rows(book.sheets[0]?.name ?? '')) lines.push([...cells]);
    return lines;
  } finally {
    await book.close();
  }
}
