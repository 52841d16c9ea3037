import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { open, openBrowser, words, type Visitor, type Visitors } from './browser.ts';
import { chineseIn, figuresOf } from './console-pages.ts';
import { enterAs } from './members-pages.ts';
import { COUNTY } from './money.ts';
import {
  chooseUnion,
  covered,
  look,
  openUnions,
  ownApproval,
  pictures,
  union,
  writeFile,
} from './receipts-pages.ts';

// A finance officer brings the tax bureau's file: one slip fits, one payer has no union, one is registered elsewhere, one
// slip came twice. Then the year's budget, by two persons.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const file = path.join(federation.home, '代收明细.csv');

let visitors: Visitors;
let visitor: Visitor;
let page: Page;

/** Fills in the form of one receipt; the amount and its number by their labels. */
async function record(way: 'self' | 'fiscal', own: Record<string, string>): Promise<void> {
  await open(page, `${origin}/receipts/record?way=${way}`);
  await chooseUnion(page, union.name);
  const both = { 缴费单位信用代码: covered, 所属期起: '2026-04', 所属期止: '2026-04' };
  for (const [label, value] of Object.entries({ ...both, ...own })) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** The amounts of a row, as they stand there. */
async function amounts(text: string): Promise<string[]> {
  const row = page.getByRole('row').filter({ hasText: text });
  return row.first().locator('.figure').allInnerTexts();
}

describe.runIf(chromium !== '')('funds in', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    await openUnions(origin);
    writeFile(file);
    visitors = await openBrowser(chromium);
    visitor = await visitors.come();
    page = await enterAs(visitor, origin, 'finance');
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a split is set in per cent that must come to a hundred', async () => {
    await open(page, `${origin}/receipts`);
    await page.getByText('还没有收款').waitFor();
    await look(page, 'receipts-none');
    await open(page, `${origin}/receipts?view=report`);
    await page.getByText('年还没有收缴').first().waitFor();
    await look(page, 'receipts-report-none');
    await open(page, `${origin}/receipts?view=profiles`);
    await page.getByText('制度默认').waitFor();
    await page.getByRole('button', { name: '设定新的分成比例' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('生效日期').fill('2020-01-01');
    const parts = { 基层: '60', 县级: '20', 市级: '10', 省级: '5', 全国: '6' };
    for (const [level, percent] of Object.entries(parts)) {
      await dialog.getByLabel(`${level}（%）`).fill(percent);
    }
    await dialog.getByText('五级合计多出 1.00%').waitFor();
    const set = dialog.getByRole('button', { name: '设定新的分成比例' });
    expect(await set.isDisabled()).toBe(true);
    await look(page, 'receipts-profile');
    await dialog.getByLabel('全国（%）').fill('5');
    await dialog.getByLabel('文号').fill('示工发〔2020〕1号');
    await set.click();
    await page.getByRole('row').filter({ hasText: '示工发〔2020〕1号' }).waitFor();
    await look(page, 'receipts-profiles');
  });

  test('a file that does not come to its deposit is refused whole', async () => {
    await open(page, `${origin}/receipts/new`);
    await look(page, 'receipts-new');
    await page.getByLabel('文件', { exact: true }).setInputFiles(file);
    await page.getByLabel('银行存款合计（元）').fill('41,500.01');
    await page.getByRole('button', { name: '上传', exact: true }).click();
    await page.getByText('文件不能入账').waitFor();
    expect(await page.locator('.problem').innerText()).toContain('COLLECTION_TOTAL_WRONG');
    await look(page, 'receipts-refused');
  });

  test('a file is added up, posted, and what fits nowhere waits', async () => {
    await page.getByRole('link', { name: '上传另一份' }).click();
    await page.getByLabel('文件', { exact: true }).setInputFiles(file);
    await page.getByLabel('银行存款合计（元）').fill('41,500.00');
    await page.getByLabel('收款账户').fill('基本户');
    await page.getByRole('button', { name: '上传', exact: true }).click();
    await page.getByText('共 4 行，合计 41,500.00 元').waitFor();
    await page.getByRole('button', { name: '任务' }).click();
    await page.getByText('税务代收 · 待入账').waitFor();
    await page.getByRole('button', { name: '任务' }).click();
    await look(page, 'receipts-checked');
    await page.getByRole('button', { name: '入账 4 行' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '入账 4 行' }).click();
    await page.getByRole('heading', { name: '已处理完' }).waitFor();
    const figures = await page.locator('.steps .figure').allInnerTexts();
    expect(figures).toEqual(['20,000.00', '1,000.00', '20,500.00', '0.00', '0.00']);
    await look(page, 'receipts-done');
  });

  test('each line that waits says why, and is decided', async () => {
    await page.getByRole('link', { name: '去处理' }).click();
    await page.getByText('该完税凭证号在文件中重复出现').first().waitFor();
    await look(page, 'receipts-waiting');
    await page.getByRole('button', { name: '处理 T-1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('不入账，请与税务机关核对').waitFor();
    await dialog.getByLabel('处理意见').fill('与第 2 行重复');
    await dialog.getByRole('button', { name: '退回，不入账' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '处理 T-3' }).click();
    await chooseUnion(page, union.name);
    await dialog.getByLabel('处理意见').fill('注册在外地，职工在本县');
    await look(page, 'receipts-decide');
    await dialog.getByRole('button', { name: '归入工会' }).click();
    await page.getByText('没有待处理的行').waitFor();
    await page.getByLabel('状态').selectOption('REJECTED');
    const row = page.getByRole('row').filter({ hasText: '与第 2 行重复' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/T-1[^]*20,000.00[^]*第 5 行[^]*已退回/);
    await look(page, 'receipts-decided');
  });

  test('a receipt shows its shares to the fen and leads to its voucher', async () => {
    await open(page, `${origin}/receipts`);
    expect(await amounts('T-1')).toEqual(['20,000.00', '4,000.00', '4,000.00', '12,000.00']);
    expect(await amounts('T-3')).toEqual(['500.00', '100.00', '100.00', '300.00']);
    await page.getByText('建会筹备金，尚无工会').waitFor();
    await look(page, 'receipts-list');
    await page.getByRole('link', { name: 'T-1', exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('60.00%').waitFor();
    await look(page, 'receipts-one');
    await panel.getByRole('link', { name: '查看凭证' }).click();
    await page.getByText('税务代收工会经费 T-1').first().waitFor();
    await page.getByRole('dialog').getByText('应付下级转拨经费').waitFor();
    await look(page, 'receipts-voucher');
  });

  test('a union that pays up itself is told what is due', async () => {
    await record('self', { 银行回单号: 'HD-1', '经费总额（元）': '1000' });
    await page.getByLabel('上解金额（元）').fill('399.99');
    await page.getByRole('button', { name: '登记并入账' }).click();
    await page.getByText('按比例应上解 400.00 元').waitFor();
    await look(page, 'receipts-record');
    await page.getByLabel('上解金额（元）').fill('400');
    await page.getByRole('button', { name: '登记并入账' }).click();
    await page.getByRole('dialog').getByText('基层份额由该工会自行留用').waitFor();
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
  });

  test('what the treasury has paid divides whole', async () => {
    await record('fiscal', { 拨款单号: 'CZ-1', '拨款金额（元）': '0.03' });
    await page.getByRole('button', { name: '登记并入账' }).click();
    await page.getByRole('dialog').getByText('财政划拨').waitFor();
    await open(page, `${origin}/receipts?mode=FISCAL`);
    // A fifth of three fen is one: each level above is rounded for itself, the grassroots takes the rest.
    expect(await amounts('CZ-1')).toEqual(['0.03', '0.01', '0.00', '0.02']);
  });

  test('the year’s report says whose it is, and each row leads to its receipts', async () => {
    await open(page, `${origin}/receipts`);
    await page.getByRole('link', { name: '收缴报告表' }).click();
    await page.getByLabel('年度').selectOption('2026');
    const part = (name: string) => page.getByRole('region', { name, exact: true }).locator('tbody');
    // Of 20,000.00 and 500.00 by the bureau, 1,000.00 of a union's own, 0.03 of the treasury's.
    await part('各级应得与上解').getByText('4,300.01').first().waitFor();
    const levels = await figuresOf(part('各级应得与上解'));
    expect(levels).toEqual([
      ['4', '4300.01', '4300.01', '0.00'],
      ['4', '2150.00', '0.00', '2150.00'],
      ['4', '1075.00', '0.00', '1075.00'],
      ['4', '1075.00', '0.00', '1075.00'],
    ]);
    await look(page, 'receipts-report');
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: path.join(pictures, 'receipts-report-print.png') });
    await page.emulateMedia({ media: null });
    await page.getByRole('link', { name: '提出上解' }).click();
    await page
      .getByText(/年应上解未上解 [\d,.]+ 元/)
      .first()
      .waitFor();
    await look(page, 'settlements-remit');
    await page.goBack();
    const taxed = part('各收缴方式').getByRole('row').filter({ hasText: '税务代收' });
    await taxed.getByRole('link', { name: '查看收款' }).click();
    await page.getByText('T-3', { exact: true }).waitFor();
    expect(await page.getByLabel('所属年度').inputValue()).toBe('2026');
    expect(await page.getByRole('row').count()).toBe(3);
  });

  test('a budget line is set by one and approved by another', async () => {
    await open(page, `${origin}/budget`);
    await page.getByText('年还没有预算').waitFor();
    await look(page, 'budget-none');
    await page.getByRole('button', { name: '新增预算' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('支出科目').selectOption('50405');
    await dialog.getByLabel('支出类别').selectOption('project');
    await dialog.getByLabel('项目代码').fill('送清凉');
    await dialog.getByLabel('金额（元）').fill('120,000.00');
    await dialog.getByLabel('依据文号').fill('示工发〔2026〕3号');
    await dialog.getByLabel('说明').fill('年初预算');
    await look(page, 'budget-line');
    await dialog.getByRole('button', { name: '提交' }).click();
    await page.getByText('您提出的，须由另一人批准').waitFor();
    await look(page, 'budget-proposed');
    const other = await visitors.come();
    const chair = await enterAs(other, origin, 'chair');
    await open(chair, `${origin}/budget`);
    await chair.getByRole('button', { name: '批准 50405' }).click();
    await look(chair, 'budget-approve');
    await chair.getByRole('dialog').getByRole('button', { name: '批准' }).click();
    await chair.getByText('已生效').waitFor();
    const row = chair.getByRole('row').filter({ hasText: '送清凉' });
    const figures = ['120,000.00', '0.00', '0.00', '120,000.00', '0.00%'];
    expect(await row.locator('.figure').allInnerTexts()).toEqual(figures);
    await look(chair, 'budget-approved');
    expect(other.complaints).toEqual([]);
    await other.leave();
  });

  test('whoever proposed a budget line is refused in words', async () => {
    const finance = await openApi(origin, 'finance');
    const refused = await ownApproval(finance);
    expect(refused).toMatchObject({ status: 422, body: { code: 'MAKER_IS_APPROVER' } });
    expect(refused.text).toContain('不能是同一人');
  });

  test('an auditor sees it all and is offered nothing to change', async () => {
    const auditor = await visitors.come();
    const tab = await enterAs(auditor, origin, 'auditor');
    for (const address of ['/receipts', '/receipts?view=files', '/receipts?view=profiles']) {
      await open(tab, origin + address);
      expect(await tab.locator('.page-head .button, .section-head .button').count()).toBe(0);
    }
    await open(tab, `${origin}/budget`);
    await tab.getByText('送清凉').waitFor();
    expect(await tab.getByRole('button', { name: /批准|调整|新增/ }).count()).toBe(0);
    expect(auditor.complaints).toEqual([]);
    await auditor.leave();
  });

  test('speaks English where one asks for it, and everything adds up', async () => {
    await open(page, `${origin}/receipts`);
    await page.getByRole('button', { name: 'English' }).click();
    const names = [union.name, '第2联合工会', '高邮市总工会', '代收明细', '基本户', '示工发', '号'];
    const data = [...names, '送清凉', '年初预算', '与第 2 行重复', '注册在外地，职工在本县'];
    const report = 'receipts?view=report&year=2026';
    const places = [
      'receipts',
      'receipts?view=files',
      'receipts?view=profiles',
      'receipts/new',
      report,
    ];
    const decided = 'receipts?view=waiting&state=REJECTED';
    for (const place of [...places, decided, 'receipts/record?way=fiscal', 'budget']) {
      await open(page, `${origin}/${place}`);
      const headings =
        /完税凭证号|统一社会信用代码|费款所属期|实缴金额|入库日期|计费依据|滞纳金|税务机关/g;
      const said = (await words(page)).map((text) => text.replaceAll(headings, ''));
      expect({ place, chinese: chineseIn(said, data) }).toEqual({ place, chinese: [] });
      await look(page, `english-${place.replaceAll(/\W/g, '-')}`);
    }
    expect(visitor.complaints).toEqual([]);
    expect(await federation.demand('verify', '--nodes', COUNTY)).toContain('everything adds up');
  });
});
