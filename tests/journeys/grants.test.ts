import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { childRegions } from '@gonglian/kernel/region.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  barriers,
  desk,
  drawn,
  openBrowser,
  overflow,
  phone,
  words,
  type Visitor,
  type Visitors,
} from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { collect, COUNTY } from './money.ts';
import { unionRow } from './work.ts';

// A county gives by rule: the list that a rule makes, and an application from its draft through three persons to a payment.

const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const rootId = nodeRootUnionId(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const year = new Date().getFullYear();
const regions = childRegions(COUNTY)
  .filter(({ level }) => level === 'TOWNSHIP')
  .slice(0, 3)
  .map(({ code }) => code);
const townships = regions.map((regionCode, n) => ({
  ...unionRow(COUNTY, n + 1),
  name: `示范${n + 1}镇总工会`,
  level: 'TOWNSHIP',
  kind: 'TOWNSHIP',
  regionCode,
}));
const acceptance = {
  name: '验收表.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('a station, accepted'),
};
const desks = new Map<string, { visitor: Visitor; page: Page }>();
let visitors: Visitors;

const at = (duty: string): Page => {
  const found = desks.get(duty);
  if (!found) throw new Error(`${duty} has not come`);
  return found.page;
};

/** Townships, money at the bank, a budget for subsidies, and an account of the first township. */
async function openCounty(): Promise<void> {
  const [clerk, finance, chair] = await Promise.all(
    ['clerk', 'finance', 'chair'].map((user) => openApi(origin, user)),
  );
  if (!clerk || !finance || !chair) throw new Error('nobody came');
  const { refused } = await clerk.post<{ refused: object[] }>('/unions/enrolments', {
    rows: townships,
  });
  expect(refused).toEqual([]);
  await collect(finance);
  const line = await finance.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId: rootId,
    fiscalYear: year,
    accountCode: '50801',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '10000000',
    documentNo: '示工发〔2026〕1号',
    reason: '年度预算',
  });
  await chair.post(`/budget/lines/${line.lineId}/approval`, { expectedVersion: line.version });
  await account(finance, rootId, 'bank-1', '32050174883600000001');
  // Right after the enrolment finance may not have heard of the union yet.
  const first = townships[0]?.unionId ?? '';
  await eventually(() => account(finance, first, 'bank-1', '32050174883600000002'));
}

function account(finance: Api, unionId: string, bank: string, accountNumber: string) {
  const of = { unionId, bank, holderName: '示范工会', bankCode: '105312500018' };
  return finance.post('/bank-accounts', { ...of, accountNumber });
}

async function come(duty: string): Promise<void> {
  const visitor = await visitors.come();
  const page = await visitor.tab();
  await page.goto(origin);
  await page.getByRole('link', { name: '进入' }).click();
  await page.getByRole('link', { name: duty }).click();
  await page.locator('main h1').waitFor();
  desks.set(duty, { visitor, page });
}

async function go(duty: string, address: string): Promise<Page> {
  const page = at(duty);
  await page.goto(`${origin}${address}`);
  await drawn(page);
  return page;
}

/** A picture at a desk and on a phone; nothing stands in anybody's way. */
async function look(page: Page, name: string): Promise<void> {
  for (const [place, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await drawn(page);
    await page.screenshot({ path: path.join(pictures, `${name}-${place}.png`), fullPage: true });
    expect({ barriers: await barriers(page), overflow: await overflow(page) }).toEqual({
      barriers: [],
      overflow: 0,
    });
  }
  await page.setViewportSize(desk);
}

/** Says what a dialog asks for, and waits until it is gone. */
async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function setRule(kind: string, code: string, name: string, rest: (d: Locator) => unknown) {
  const page = await go('finance', '/grants?view=rules');
  await act(page, '拟定标准', async (dialog) => {
    await dialog.getByLabel('补助类别').selectOption({ label: kind });
    await dialog.getByLabel('标准代码').fill(code);
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByLabel('文号').fill('示工发〔2026〕8号');
    await dialog.getByLabel('生效日期').fill(`${year}-01-01`);
    await rest(dialog);
  });
  const chair = await go('chair', '/grants?view=rules');
  await act(chair, '批准标准');
  await chair.getByText(name).waitFor();
}

async function chooseUnion(page: Page, dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel('申请单位').fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
}

/** Drafted and submitted by the clerk; answers what its page says then. */
async function apply(): Promise<void> {
  const page = await go('clerk', '/grants');
  await act(page, '申请补助', async (dialog) => {
    await dialog.getByLabel('补助标准').selectOption({ label: '驿站奖补 · 示工发〔2026〕8号' });
    await chooseUnion(page, dialog, '示范1镇');
    await dialog.getByLabel('申请金额').fill('5000');
    await dialog.getByLabel('成果类别').selectOption({ label: '阵地' });
    await dialog.getByLabel('成果编号').fill('station-2026-001');
    await dialog.getByLabel('验收文件').setInputFiles(acceptance);
    await dialog.getByText(/SHA-256 [0-9a-f]{64}/).waitFor();
    await dialog.getByLabel('申请理由').fill('新建户外劳动者驿站一处');
  });
  await page.getByRole('button', { name: `驿站奖补 ${year}` }).click();
  await act(page, '提交申请');
  await page.locator('.ant-drawer').getByText('待审核').waitFor();
}

async function openGrant(duty: string, state: string): Promise<Page> {
  const page = await go(duty, `/grants?state=${state}`);
  await page.getByRole('button', { name: `驿站奖补 ${year}` }).click();
  await page.locator('.ant-drawer').getByText('示范1镇总工会').waitFor();
  return page;
}

describe.runIf(chromium !== '')('grants', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    await openCounty();
    visitors = await openBrowser(chromium);
    for (const duty of ['clerk', 'finance', 'chair']) await come(duty);
  });
  afterAll(async () => {
    for (const { visitor } of desks.values()) await visitor.leave();
    await visitors?.close();
    await federation.remove();
  });

  test('a rule by tier is set, approved, and makes the list of the year', async () => {
    const empty = await go('finance', '/grants');
    await empty.getByText('还没有补助').first().waitFor();
    await look(empty, 'grants-empty');
    await setRule('按档次', 'CAPACITY', '工会能力建设补助', async (dialog) => {
      await dialog.getByLabel('补助对象层级').selectOption({ label: '乡镇' });
      await dialog.getByLabel('档次与金额').fill('一档,3000\n二档，2,000\n三档 1000');
      await dialog.getByLabel('各地区所在档次').fill(`${regions[0]},一档\n${regions[1]},三档`);
      await dialog.getByLabel('使用期限').fill('180');
    });
    const page = await go('finance', '/grants?view=lists');
    await act(page, '生成名单', (dialog) =>
      dialog.getByLabel('补助标准').selectOption({ index: 1 }),
    );
    await page.getByRole('link', { name: `工会能力建设补助 ${year}` }).click();
    await page.getByText('未定档次').waitFor();
    expect(await page.locator('tbody tr').allInnerTexts()).toHaveLength(2);
    const chair = await go('chair', new URL(page.url()).pathname + new URL(page.url()).search);
    await act(chair, '批准名单');
    await chair.getByRole('heading', { name: '名单上的补助' }).waitFor();
    await look(chair, 'grants-list');
  });

  test('a township applies for its new station, and three persons let it be paid', async () => {
    await setRule('按新建站点', 'STATION', '驿站奖补', (dialog) =>
      dialog.getByLabel('标准金额').fill('5,000'),
    );
    await apply();
    await look(await openGrant('finance', 'SUBMITTED'), 'grants-one');
    await act(at('finance'), '审核通过');
    await act(await openGrant('chair', 'ACCEPTED'), '批准补助');
    const page = await openGrant('finance', 'APPROVED');
    await act(page, '提出付款', (dialog) =>
      dialog.getByLabel('付款账户').selectOption({ index: 1 }),
    );
    await page.locator('.ant-drawer').getByText('付款中').waitFor();
    await page.getByRole('link', { name: '查看付款单' }).click();
    await page.waitForURL(/payments/);
    await page.locator('main').getByText('5,000.00').first().waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain('驿站奖补');
    await look(await go('finance', '/grants?view=rules'), 'grants-rules');
    await look(await go('finance', '/grants'), 'grants');
  });

  test('in English only what people wrote is Chinese', async () => {
    const page = await go('finance', '/grants');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Grants' }).waitFor();
    const written = ['工会能力建设补助', '驿站奖补', '总工会', '高邮市', '中文'];
    const names = [...townships.map(({ name }) => name), ...written];
    expect(chineseIn(await words(page), names)).toEqual([]);
    await look(page, 'grants-en');
    await go('finance', '/grants?view=rules');
    const tiers = ['一档', '二档', '三档', '示工发〔2026〕8号'];
    expect(chineseIn(await words(page), [...names, ...tiers])).toEqual([]);
    expect([...desks.values()].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  });
});
