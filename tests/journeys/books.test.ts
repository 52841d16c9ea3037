import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
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
import { namesAt } from './console-pages.ts';
import { enterAs, inEnglish } from './members-pages.ts';
import { CITY, collect, COUNTY, remit, type Settlement } from './money.ts';

// From the trial balance to an account, from there to the voucher and its seal; and what is on its way to the city.

const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const city = federation.origin(CITY);
const chromium = process.env.CHROMIUM ?? '';
let visitors: Visitors;

/** The city confirms what the county has paid; the county has nothing to do. */
async function act(page: Page, region: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '上解经费' });
  if (region === COUNTY) {
    const arrived = await row.getByRole('button', { name: '确认收款' }).count();
    if (arrived > 0) throw new Error('the payer says it arrived');
    return;
  }
  await row.getByRole('button', { name: '确认收款' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('收款账户').fill('bank-9');
  await dialog.getByLabel('实到金额').fill('2,999.99');
  await dialog.getByRole('button', { name: '确认收款' }).click();
  await dialog.getByText('到账金额与对方付款不一致').waitFor();
  await look(page, 'settlements-refused');
  await dialog.getByLabel('实到金额').fill('3,000.00');
  await dialog.getByRole('button', { name: '确认收款' }).click();
  await page.getByText('没有未对上的往来款').waitFor();
}

/** Flood money has come to the city. */
async function give(finance: Api): Promise<void> {
  const account = (code: string, mark = '') => ({ code, mark });
  await finance.post(`/ledger/books/${nodeRootUnionId(CITY)}/vouchers`, {
    eventOn: '2026-07-01',
    summary: '防汛专项资金',
    docKind: 'BANK_RECEIPT',
    docId: '2026-7',
    legs: [
      { account: account('102', 'bank-9'), amountFen: '500000' },
      { account: account('40302'), amountFen: '-500000' },
    ],
    moves: [
      {
        source: { kind: 'payer', key: '91329999000000001X' },
        target: { kind: 'project', key: '防汛-2026', bank: 'bank-9' },
        amountFen: '500000',
      },
    ],
  });
}

/** The city sends 900.00 of it to the county before its committee has met: proposed at a desk, let go by the chair. */
async function sendInEmergency(page: Page, chair: Api): Promise<void> {
  await page.goto(`${city}/settlements`);
  await page.getByRole('button', { name: '提出付款' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (label: string, value: string) => dialog.getByLabel(label).selectOption(value);
  await choose('款项', 'GENERAL_TRANSFER');
  expect(await dialog.getByLabel('专项项目').count()).toBe(0);
  await choose('款项', 'SPECIAL_TRANSFER');
  await choose('下级节点', COUNTY);
  await choose('拨付方式', 'yes');
  const said = {
    所属期: '2026',
    '金额（元）': '900.00',
    付款账户: 'bank-9',
    用途: '受灾职工应急救助',
    专项项目: '防汛-2026',
    依据文号: '扬工发〔2026〕7号',
    使用期限: '2027-12-31',
    突发事件: '暴雨洪涝',
    不能等待的原因: '职工被困，须当日到账',
  };
  for (const [label, value] of Object.entries(said)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('checkbox', { name: '50404' }).check();
  await look(page, 'settlements-propose');
  await dialog.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '撤回' }).waitFor();
  // Whoever proposed it is not asked to let it go.
  expect(await page.getByRole('button', { name: '批准付款' }).count()).toBe(0);
  const { items } = await chair.get<{ items: Settlement[] }>('/settlements?state=PROPOSED');
  const { settlementId = '', version: expectedVersion } = items[0] ?? {};
  const sentOn = chinaDate(new Date());
  await chair.post(`/settlements/${settlementId}/approval`, { expectedVersion, sentOn });
}

/** The county has it, and says what it has done with it so far. */
async function reportUse(finance: Api): Promise<void> {
  const expected = await eventually(async () => {
    const { items } = await finance.get<{ items: Settlement[] }>('/settlements?direction=IN');
    const [one] = items.filter(({ state }) => state === 'EXPECTED');
    if (!one) throw new Error('nothing is expected yet');
    return one;
  });
  const at = `/settlements/${expected.settlementId}`;
  const received = await finance.post<Settlement>(`${at}/receipt`, {
    expectedVersion: expected.version,
    receivedOn: chinaDate(new Date()),
    receivedFen: '90000',
    bank: 'bank-1',
  });
  await finance.post(`${at}/use`, { expectedVersion: received.version, note: '名单已公示' });
}

/** A picture at a desk and on a phone; nothing stands in anybody's way. */
async function look(page: Page, name: string): Promise<void> {
  for (const [place, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await drawn(page);
    await page.screenshot({ path: path.join(pictures, `${name}-${place}.png`) });
    expect({ barriers: await barriers(page), overflow: await overflow(page) }).toEqual({
      barriers: [],
      overflow: 0,
    });
  }
  await page.setViewportSize(desk);
}

describe.runIf(chromium !== '')('books', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', `${CITY},${COUNTY}`);
    const finance = await openApi(origin, 'finance');
    await collect(finance);
    await remit({ finance, chair: await openApi(origin, 'chair') }, 300_000);
    visitors = await openBrowser(chromium);
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a number of the trial balance leads to its account, and from there to the voucher', async () => {
    const visitor = await visitors.come();
    const page = await visitor.tab();
    await page.goto(origin);
    await page.getByRole('link', { name: '进入' }).click();
    await page.getByRole('link', { name: 'auditor' }).click();
    await page.locator('main h1').waitFor();
    await page.goto(`${origin}/books?period=2026-04`);
    const line = page.getByRole('row').filter({ hasText: '应付上级经费' });
    await line.getByText('贷 1,000.00').waitFor();
    await look(page, 'books-trial-balance');
    await line.getByRole('button').click();
    const panel = page.getByRole('dialog');
    await panel.getByText('上解上级经费 2026-03').waitFor();
    await look(page, 'books-account');
    await panel.getByRole('button', { name: '查看凭证 1' }).click();
    await page.getByText('2026-03 记字第 1 号').waitFor();
    await page.getByText('缴费单位').first().waitFor();
    await look(page, 'books-voucher');
    await page.getByRole('button', { name: '关闭' }).last().click();
    await page.goto(`${origin}/books?period=2026-04`);
    await page.getByRole('button', { name: '核对本账套' }).click();
    await page.getByText('2 张凭证全部相符').waitFor();
    await look(page, 'books-verified');
    await page.getByLabel('内容').selectOption({ label: '纯文本账簿（hledger 可核对）' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出文件' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/-2026-账簿\.journal$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain('2026-03-31 (月末) 2026-03 余额核对');
    await page.getByText('已保存').waitFor();
    await look(page, 'books-exported');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('what is on its way is listed at both ends, with its age', async () => {
    const visitor = await visitors.come();
    for (const [region, direction] of [
      [COUNTY, '付给'],
      [CITY, '来自'],
    ] as const) {
      const page = await visitor.tab();
      const at = federation.origin(region);
      await page.goto(at);
      await page.getByRole('link', { name: '进入' }).click();
      await page.getByRole('link', { name: 'finance' }).click();
      await page.locator('main h1').waitFor();
      await eventually(async () => {
        await page.goto(`${at}/settlements`);
        const row = page.getByRole('row').filter({ hasText: '上解经费' });
        await row.getByText(direction).waitFor({ timeout: 2_000 });
        expect(await row.textContent()).toContain('3,000.00');
      });
      await look(page, `settlements-${region}`);
      await act(page, region);
    }
    // What the node refused, and nothing else.
    expect(visitor.complaints).toEqual([expect.stringContaining('422')]);
    await visitor.leave();
  });

  test('money that cannot wait leaves on two signatures; its decision follows, and what became of it', async () => {
    await give(await openApi(city, 'finance'));
    const maker = await visitors.come();
    await sendInEmergency(await enterAs(maker, city, 'finance'), await openApi(city, 'chair'));
    expect(maker.complaints).toEqual([]);
    await maker.leave();
    const visitor = await visitors.come();
    const above = await visitor.tab();
    await above.goto(city);
    await above.getByRole('link', { name: '进入' }).click();
    await above.getByRole('link', { name: 'chair' }).click();
    await above.locator('main h1').waitFor();
    await above.goto(`${city}/settlements?show=all`);
    const row = above.getByRole('row').filter({ hasText: '应急：暴雨洪涝' });
    await row.getByText(/集体决策须在 .* 前补办/).waitFor();
    await row.getByRole('button', { name: '补办决策' }).click();
    const dialog = above.getByRole('dialog');
    await dialog.getByLabel('集体决策文号').fill('扬工纪〔2026〕9号');
    await dialog.getByLabel('决策日期').fill('2026-07-02');
    await dialog
      .getByLabel('会议纪要文件')
      .setInputFiles({ name: '纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('纪要') });
    await dialog.getByText(/SHA-256 [0-9a-f]{64}/).waitFor();
    await look(above, 'settlements-decision');
    await dialog.getByRole('button', { name: '补办决策' }).click();
    await row.getByText('已补办 扬工纪〔2026〕9号').waitFor();
    await reportUse(await openApi(origin, 'finance'));
    await eventually(async () => {
      await above.reload();
      await row.getByText(/截至 .* 已使用/).waitFor({ timeout: 2_000 });
    });
    await look(above, 'settlements-emergency');
    await row.getByRole('button', { name: '专项转移支付 2026' }).click();
    const panel = above.getByRole('dialog');
    await panel.getByText('困难职工帮扶支出').waitFor();
    await panel.getByText('尚未支出（元）').waitFor();
    await look(above, 'settlements-one');
    await panel.getByRole('link', { name: '查看凭证' }).click();
    await above.getByText(/记字第 \d+ 号/).waitFor();
    const said = ['防汛-2026', '暴雨洪涝', '职工被困，须当日到账', '扬工纪〔2026〕9号'];
    const names = [...said, ...(await namesAt(await openApi(city)))];
    await open(above, `${city}/settlements`);
    await inEnglish(above, city, ['/settlements?show=all'], names);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
