import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { open, openBrowser, type Visitors } from './browser.ts';
import { namesAt } from './console-pages.ts';
import { enterAs, inEnglish } from './members-pages.ts';
import { collect, COUNTY } from './money.ts';
import { look } from './receipts-pages.ts';

// A county writes down what it owns, loses some of it with the months and some of it altogether; and shows another
// province what became of its money.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const unionId = nodeRootUnionId(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const PROJECT = 'YZ-2026';
let visitors: Visitors;
let finance: Page;
let chair: Page;

/** Money that another province gave, as its receipt is posted. */
async function give(api: Api): Promise<void> {
  const leg = (code: string, amountFen: string, mark = '') => ({
    account: { code, mark },
    amountFen,
  });
  await api.post(`/ledger/books/${unionId}/vouchers`, {
    eventOn: '2026-03-25',
    summary: '对口援助资金到账',
    docKind: 'BANK_RECEIPT',
    docId: '2026-88',
    legs: [leg('102', '20000000', 'bank-1'), leg('408', '-20000000')],
    moves: [
      {
        source: { kind: 'payer', key: '91329999000000001X' },
        target: { kind: 'project', key: PROJECT, bank: 'bank-1' },
        amountFen: '20000000',
      },
    ],
  });
}

/** A line for skills, agreed by a second person. */
async function allow(api: Api): Promise<void> {
  const line = await api.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId,
    fiscalYear: new Date().getFullYear(),
    accountCode: '50301',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '20000000',
    documentNo: '合工〔2026〕1号',
    reason: '技能提升补贴',
  });
  const second = await openApi(origin, 'chair');
  const { lineId, version: expectedVersion } = line;
  await second.post(`/budget/lines/${lineId}/approval`, { expectedVersion });
}

/** Opens what asks, says what it wants to know, and does it. */
async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void> = async () => undefined,
  begin = name,
): Promise<void> {
  await page.getByRole('button', { name: begin, exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

const closePanel = (page: Page) => page.getByRole('button', { name: '关闭' }).last().click();

async function register(no: string, name: string): Promise<void> {
  await act(finance, '登记资产', async (dialog) => {
    await dialog.getByLabel('资产编号').fill(no);
    await dialog.getByLabel('资产名称').fill(name);
    await dialog.getByLabel('原值（元）').fill('12,000.00');
    await dialog.getByLabel('存放地点').fill('办公楼 302 室');
    await dialog.getByLabel('保管人').fill('周晓岚');
    await dialog.getByLabel('用途').fill('财务核算');
    await dialog.getByLabel('依据文号').fill('高工资〔2026〕1号');
    await dialog.getByLabel('取得日期').fill('2026-01-31');
    if (no === 'GD-1') await look(finance, 'assets-register');
  });
  await finance.getByRole('button', { name, exact: true }).waitFor();
}

async function approve(name: string): Promise<void> {
  await open(chair, `${origin}/assets`);
  await chair.getByRole('button', { name, exact: true }).click();
  await act(chair, '批准入账');
  await chair.getByText('在用', { exact: true }).last().waitFor();
}

describe.runIf(chromium !== '')('assets and projects', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    const api = await openApi(origin, 'finance');
    await collect(api);
    await give(api);
    await allow(api);
    visitors = await openBrowser(chromium);
    const come = async (user: string) => enterAs(await visitors.come(), origin, user);
    [finance, chair] = [await come('finance'), await come('chair')];
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a card is agreed to by a second person, and loses its month', async () => {
    await open(finance, `${origin}/assets`);
    await finance.getByText('还没有资产卡片').waitFor();
    await look(finance, 'assets-none');
    await register('GD-1', '台式计算机');
    await register('GD-2', '投影设备');
    await approve('台式计算机');
    await look(chair, 'assets-card');
    await approve('投影设备');
    await open(finance, `${origin}/assets`);
    await act(finance, '计提折旧', (dialog) => dialog.getByLabel('折旧月份').fill('2026-03'));
    await finance.getByText('已计提折旧至 2026-03').waitFor();
    // Three months of 166.67, twice.
    await finance.getByText('贷 1,000.02').waitFor();
    expect(await finance.getByText('账卡相符').count()).toBe(2);
    await look(finance, 'assets-list');
  });

  test('what a count does not find waits for a second person, then leaves the books', async () => {
    await act(finance, '开始盘点', (dialog) => dialog.getByLabel('盘点日期').fill('2026-03-31'));
    await finance.getByRole('button', { name: '2026-03-31' }).click();
    await finance.getByLabel(/GD-1 台式计算机/).selectOption('账实相符');
    await finance.getByLabel(/GD-2 投影设备/).selectOption('盘亏');
    await act(finance, '添加盘盈资产', async (dialog) => {
      await dialog.getByLabel('资产编号').fill('PY-1');
      await dialog.getByLabel('资产名称').fill('复印设备');
      await dialog.getByLabel('估价（元）').fill('3,000.00');
      await dialog.getByLabel('存放地点').fill('档案室');
    });
    await finance.getByText('盘盈 · PY-1 复印设备 · 档案室 · 3,000.00').waitFor();
    await look(finance, 'assets-count');
    await finance.getByRole('button', { name: '完成盘点' }).click();
    await finance.getByText('GD-2 投影设备 · 办公楼 302 室 · 盘亏 · 11,499.99').waitFor();
    await finance.getByText('PY-1 复印设备 · 档案室 · 盘盈 · 3,000.00').waitFor();
    await closePanel(finance);
    await open(chair, `${origin}/assets`);
    await chair.getByRole('button', { name: '2026-03-31' }).click();
    await look(chair, 'assets-decision');
    await chair.getByRole('button', { name: '同意处理' }).click();
    await chair.getByRole('region', { name: '盘点清单' }).getByText('已处理').waitFor();
    await closePanel(chair);
    await chair.getByText('已处置').last().waitFor();
    // 24,000.00 less what was lost, with what was found.
    await chair.getByText('借 15,000.00').waitFor();
    expect(await chair.getByText('账卡相符').count()).toBe(2);
    await look(chair, 'assets-counted');
  });

  test('what a project got and has left is what the books say; its progress is told', async () => {
    await open(finance, `${origin}/projects`);
    await act(finance, '登记项目', async (dialog) => {
      await dialog.getByLabel('项目编码').fill(PROJECT);
      await dialog.getByLabel('项目名称').fill('职工之家援建');
      await dialog.getByLabel('援助方').fill('示范省总工会');
      await dialog.getByLabel('协议金额（元）').fill('300,000.00');
      await dialog.getByLabel('协议文号').fill('援〔2026〕1号');
    });
    const row = finance.getByRole('row').filter({ hasText: PROJECT });
    await row.waitFor();
    expect(await row.locator('td.number').allInnerTexts()).toEqual([
      '300,000.00',
      '200,000.00',
      '0.00',
      '200,000.00',
      '0.00%',
    ]);
    await act(
      finance,
      '报告进度',
      async (dialog) => {
        await dialog.getByLabel('进度（%）').fill('45');
        await dialog.getByLabel('报告日期').fill('2026-06-30');
        await dialog.getByLabel('进展情况').fill('主体工程已完成');
        await look(finance, 'projects-report');
      },
      `报告进度 ${PROJECT}`,
    );
    await row.getByText('45.00%').waitFor();
    await look(finance, 'projects-list');
    await finance.getByRole('button', { name: '职工之家援建' }).click();
    await finance.getByText('主体工程已完成').waitFor();
    await look(finance, 'projects-one');
    await closePanel(finance);
  });

  test('a budget line says whom it is for, and how many of them were reached', async () => {
    await open(finance, `${origin}/budget`);
    await act(
      finance,
      '保存',
      async (dialog) => {
        await dialog.getByLabel('要点编号').fill('2026-07');
        await dialog.getByLabel('要点内容').fill('技能提升补贴 200 人');
        await dialog.getByLabel('目标人数').fill('200');
      },
      '对应要点 50301',
    );
    const row = finance.getByRole('row').filter({ hasText: '50301' });
    await row.getByText('0 / 200 人').waitFor();
    expect(await row.innerText()).toContain('技能提升补贴 200 人');
    await look(finance, 'budget-tied');
  });

  test('all of it in English', async () => {
    const shown = [
      '台式计算机',
      '投影设备',
      '办公楼 302 室',
      '复印设备',
      '档案室',
      '职工之家援建',
      '示范省总工会',
      '周*岚',
    ];
    const names = [...shown, ...(await namesAt(await openApi(origin)))];
    await inEnglish(finance, origin, ['/assets', '/projects'], names);
    expect(await finance.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});
