import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { barriers, desk, drawn, openBrowser, overflow, phone, type Visitors } from './browser.ts';
import { enterAs } from './members-pages.ts';
import { CITY, collect, COUNTY, remit } from './money.ts';
import { covered } from './receipts-pages.ts';
import { doubleAmount, payWorker, SLIP } from './walk.ts';

// An auditor follows money in the browser: from a payment back to the slip, from the slip on to where it all is, and what
// stands behind a payment; each step with its voucher and seal, each gap with its reason.

const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const unionId = nodeRootUnionId(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const thisYear = new Date().getFullYear();
let visitors: Visitors;
let lineId: string;

/** Five hundred yuan to a recipient, taken back, and paid to another one. */
async function spend(finance: Api): Promise<void> {
  const own = { kind: 'own', key: '', bank: 'bank-1' };
  const pay = (to: string) =>
    finance.post(`/ledger/books/${unionId}/vouchers`, {
      eventOn: '2026-04-10',
      summary: '困难职工帮扶',
      docKind: 'NOTE',
      docId: to,
      legs: [
        { account: { code: '50404' }, amountFen: '50000' },
        { account: { code: '102', mark: 'bank-1' }, amountFen: '-50000' },
      ],
      moves: [{ source: own, target: { kind: 'recipient', key: to }, amountFen: '50000' }],
    });
  await pay('a3f1');
  const reversal = { eventOn: '2026-04-11', reason: '收款账户有误' };
  await finance.post(`/ledger/books/${unionId}/vouchers/3/reversal`, reversal);
  await pay('b7c2');
}

/** At the city's bank: half of it is the city's own, half of the levels above it. */
async function arrive(settlementId: string): Promise<void> {
  const city = await openApi(federation.origin(CITY), 'finance');
  const at = `/settlements/${settlementId}`;
  const { version: expectedVersion } = await eventually(() => city.get<{ version: number }>(at), {
    timeoutMs: 60_000,
  });
  const receipt = { expectedVersion, receivedOn: '2026-04-03', receivedFen: '300000' };
  await city.post(`${at}/receipt`, { ...receipt, bank: 'bank-9' });
}

/** Asked for, and not signed by anybody yet. */
async function ask(finance: Api, chair: Api): Promise<string> {
  const account = { holderName: '合成市总工会', accountNumber: '32050174883600000123' };
  const bank = { bank: 'bank-1', bankCode: '105312500018' };
  await finance.post('/bank-accounts', { unionId, ...account, ...bank });
  const line = await finance.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId,
    fiscalYear: thisYear,
    accountCode: '50404',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '1000000',
    documentNo: '合工〔2026〕1号',
    reason: '年度预算',
  });
  const expectedVersion = line.version;
  await chair.post(`/budget/lines/${line.lineId}/approval`, { expectedVersion });
  const payee = { payeeKind: 'PERSON', payeeName: '张三丰', accountNumber: '6210000000000000009' };
  const of = { bankCode: '105312500018', purpose: '帮扶', sourceCode: 'union' };
  const { paymentId } = await finance.post<{ paymentId: string }>('/payments', {
    unionId,
    bank: 'bank-1',
    accountCode: '50404',
    purposeCode: 'RELIEF',
    title: '四月帮扶',
    lineCount: 1,
    totalFen: '100000',
    lines: [{ ...payee, ...of, amountFen: '100000', beneficiaryId: 'b7c2' }],
  });
  const { lines } = await finance.get<{ lines: { lineId: string }[] }>(`/payments/${paymentId}`);
  return lines[0]?.lineId ?? '';
}

/** What was seen is taken away and verified; a byte of it is changed, then the posting itself. */
async function prove(paidLine: string): Promise<void> {
  const file = (name: string) => path.join(federation.home, name);
  const take = (name: string) =>
    federation.demand('audit', 'export', '--node', COUNTY, '--out', file(name), '--reason', '年审');
  const verify = (name: string, ...more: string[]) =>
    federation.run('audit', 'verify', file(name), '--key', key, ...more);
  const recount = () => federation.run('verify', '--nodes', `${CITY},${COUNTY}`);
  const key =
    (await federation.demand('audit', 'key', '--node', COUNTY)).trim().split('\n').at(-1) ?? '';
  await take('walk');
  expect(await verify('walk')).toMatchObject({
    code: 0,
    output: expect.stringContaining('核验通过'),
  });
  expect(await recount()).toMatchObject({ code: 0 });
  const bytes = readFileSync(file('walk'));
  const at = bytes.indexOf('付款 ');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file('touched'), bytes);
  const touched = await verify('touched');
  expect(touched).toMatchObject({ code: 1, output: expect.stringContaining(`偏移 ${at} 字节处`) });
  const no = await doubleAmount(federation.config(COUNTY), paidLine);
  const found = await recount();
  expect(found.code).toBe(1);
  expect(found.output).toContain(`I9_LEAVES, first at voucher ${no}`);
  await take('after');
  const after = await verify('after', '--since', file('walk'));
  expect(after.code).toBe(1);
  expect(after.output).toMatch(new RegExp(`凭证 ${no}，字段 leg 1\\.amountFen`));
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

describe.runIf(chromium !== '')('trace', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', `${CITY},${COUNTY}`);
    const [finance, chair] = [await openApi(origin, 'finance'), await openApi(origin, 'chair')];
    await collect(finance);
    const { settlementId } = await remit({ finance, chair }, 300_000);
    await arrive(settlementId);
    await spend(finance);
    lineId = await ask(finance, chair);
    visitors = await openBrowser(chromium);
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a payment leads back to the slip, through what was taken back; the slip on to everything', async () => {
    const visitor = await visitors.come();
    const page = await visitor.tab();
    await page.goto(origin);
    await page.getByRole('link', { name: '进入' }).click();
    await page.getByRole('link', { name: 'auditor' }).click();
    await page.locator('main h1').waitFor();
    await page.goto(`${origin}/books?period=2026-04&voucher=3`);
    await page.getByRole('link', { name: '追溯来源' }).click();
    await page.getByRole('heading', { level: 1, name: '资金追溯' }).waitFor();
    await page.getByText('每一分钱都有着落').waitFor();
    const end = page.getByRole('row').filter({ hasText: '91329999000000001X' }).first();
    expect(await end.textContent()).toContain('500.00');
    await page.getByText('已被第 4 号冲销').waitFor();
    await look(page, 'trace-back');

    await page.getByRole('button', { name: '第 1 号' }).first().click();
    await page.getByText('2026-03 记字第 1 号').waitFor();
    await page.getByText('防篡改核对').waitFor();
    await look(page, 'trace-voucher');
    await page.getByRole('dialog').getByRole('link', { name: '追溯去向' }).click();
    await page.getByText('每一分钱都有着落').waitFor();
    const gone = (text: string) => page.getByRole('row').filter({ hasText: text });
    expect(await gone('b7c2').first().textContent()).toContain('500.00');
    // What came back stands behind what had stayed, and so was not paid out again. The last two lie at the city.
    const left = await gone('仍在资金池').allTextContents();
    expect(left.map((text) => /[\d,]+\.\d\d$/.exec(text)?.[0])).toEqual([
      '500.00',
      '15,000.00',
      '1,500.00',
      '1,500.00',
      '1,000.00',
    ]);
    expect(left.filter((text) => text.includes(`节点 ${CITY} 第 1 号`))).toHaveLength(2);
    expect(await page.locator('tfoot').first().textContent()).toContain('20,000.00');
    await look(page, 'trace-forward');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('what stands behind a payment: every step is there, or says why it is not', async () => {
    const visitor = await visitors.come();
    const page = await visitor.tab();
    await page.goto(origin);
    await page.getByRole('link', { name: '进入' }).click();
    await page.getByRole('link', { name: 'auditor' }).click();
    await page.locator('main h1').waitFor();
    await page.goto(`${origin}/tracing?union=${unionId}&voucher=5&evidence=${lineId}`);
    const panel = page.getByRole('dialog');
    await panel.getByText('三人签字').waitFor();
    const step = (name: string) => panel.locator('.evidence > li').filter({ hasText: name });
    expect(await step('三人签字').textContent()).toContain('签字不齐');
    expect(await step('预算指标').textContent()).toContain('合工〔2026〕1号');
    expect(await step('困难职工档案').textContent()).toContain('尚未保存此项');
    await look(page, 'trace-evidence');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('the walk: an enterprise’s slip, the worker it reached, and the proof that nobody has touched the way', async () => {
    const paid = await payWorker(origin);
    const visitor = await visitors.come();
    const page = await enterAs(visitor, origin, 'auditor');
    await page.goto(`${origin}/receipts`);
    await page.getByLabel('凭证号').fill(SLIP);
    const row = page.getByRole('row').filter({ hasText: covered });
    await row.getByRole('link', { name: SLIP, exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText(covered).waitFor();
    await look(page, 'walk-receipt');
    await panel.getByRole('link', { name: '追溯去向' }).click();
    await page.getByText('每一分钱都有着落').waitFor();
    const end = page.getByRole('row').filter({ hasText: paid.batchNo }).first();
    expect(await end.textContent()).toContain('700.00');
    await look(page, 'walk-trace');
    await end.getByRole('button', { name: '查看证据链' }).click();
    const step = (name: string) => panel.locator('.evidence > li').filter({ hasText: name });
    await step('三人签字').getByText('齐全').waitFor();
    for (const name of ['银行到账', '付款凭证', '预算指标', '付款明细', '银行回单', '银行对账'])
      expect(await step(name).textContent()).toContain('齐全');
    expect(await panel.locator('.evidence > li').first().textContent()).toContain(SLIP);
    await look(page, 'walk-evidence');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
    await prove(paid.lineId);
  });
});
