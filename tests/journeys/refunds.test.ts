import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFederation } from '../federation.ts';
import { open, openBrowser, words, type Visitors } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { enterAs } from './members-pages.ts';
import { COUNTY } from './money.ts';
import { chooseUnion, look } from './receipts-pages.ts';
import { openCounty, refundPayments, send, unions, type Desk } from './refunds-desks.ts';

// Small payers get back what they surrendered: a list made by one, reviewed by another, shown, approved by a third, paid
// by the bank. Then a receipt that was given to the wrong union is taken back, and given to the right one.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';

let visitors: Visitors;
let desk: Desk;
let finance: Page;
let cashier: Page;
let chair: Page;

/** Asks, says what the dialog wants to know, and does it. */
async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

const doneOn = (day: string) => (dialog: Locator) => dialog.getByLabel('办理日期').fill(day);
const rowOf = (page: Page, n: number) =>
  page.getByRole('row').filter({ hasText: unions[n]?.name ?? '' });

describe.runIf(chromium !== '')('refunds to small payers', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    desk = await openCounty(origin);
    visitors = await openBrowser(chromium);
    const come = async (user: string) => enterAs(await visitors.come(), origin, user);
    [finance, cashier, chair] = [await come('finance'), await come('cashier'), await come('chair')];
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('one finds the small payers, another looks through them and shows the list', async () => {
    await open(finance, `${origin}/refunds`);
    await finance.getByText('还没有返还名单').waitFor();
    await look(finance, 'refunds-none');
    await finance.getByRole('button', { name: '生成返还名单' }).click();
    const dialog = finance.getByRole('dialog');
    await dialog.getByLabel('所属期起').fill('2025-01');
    await dialog.getByLabel('所属期止').fill('2025-12');
    await look(finance, 'refunds-run');
    await dialog.getByRole('button', { name: '生成返还名单' }).click();
    await finance.getByRole('heading', { name: '小额缴费返还 2025.01—2025.12' }).waitFor();
    await rowOf(finance, 3).waitFor();
    expect(await rowOf(finance, 0).locator('.figure').allInnerTexts()).toEqual(
      ['800.00', '800.00', '800.00', '500.00', '100.00', '100.00', '100.00'], // JS, half way to the county
    );
    // Who pays much is not on it.
    expect(await rowOf(finance, 4).count()).toBe(0);
    await look(finance, 'refunds-listed');
    await finance.getByRole('button', { name: '复核通过' }).click();
    await dialog.getByRole('button', { name: '复核通过' }).click();
    await dialog.getByText('制单、复核、批准应为不同的人').waitFor();
    await open(cashier, finance.url());
    await cashier.getByRole('button', { name: `移出 ${unions[2]?.name ?? ''}` }).click();
    await cashier.getByRole('dialog').getByLabel('移出原因').fill('已申请注销');
    await look(cashier, 'refunds-remove');
    await cashier.getByRole('dialog').getByRole('button', { name: '移出', exact: true }).click();
    await rowOf(cashier, 2).getByText('已移出：已申请注销').waitFor();
    await act(cashier, '复核通过');
    await act(cashier, '开始公示');
    await cashier.getByText(/公示至 \d{4}-\d{2}-\d{2}（含当日）/).waitFor();
    await look(cashier, 'refunds-published');
    await open(chair, finance.url());
    await chair.getByText('公示中', { exact: true }).first().waitFor();
    expect(await chair.getByRole('button', { name: '批准返还' }).count()).toBe(0);
  });

  test('a list of old records is entered with its days, and paid by the bank alone', async () => {
    await open(finance, `${origin}/refunds`);
    await act(finance, '生成返还名单', async (dialog) => {
      await dialog.getByLabel('所属期起').fill('2024-01');
      await dialog.getByLabel('所属期止').fill('2024-12');
      await dialog.getByLabel('名单来源').selectOption('old');
      await dialog.getByLabel('制单日期').fill('2025-03-10');
      await dialog.getByLabel('移交依据文号').fill('邮工办〔2026〕3号');
      await look(finance, 'refunds-old');
    });
    await finance.getByRole('heading', { name: '小额缴费返还 2024.01—2024.12' }).waitFor();
    const at = finance.url();
    await open(cashier, at);
    await act(cashier, '复核通过');
    await act(cashier, '开始公示', doneOn('2025-03-11'));
    await cashier.getByText('公示至 2025-03-18').waitFor();
    await open(chair, at);
    await act(chair, '批准返还', doneOn('2025-03-19'));
    await open(finance, at);
    await act(finance, '提出付款');
    await rowOf(finance, 3).getByText('未登记银行账户').waitFor();
    const [payment] = await refundPayments(desk.finance);
    await send(desk, payment?.paymentId ?? '', '60000');
    await open(finance, at);
    await finance.getByText('1 家付款失败').first().waitFor();
    await rowOf(finance, 0).getByText('已付').waitFor();
    await look(finance, 'refunds-paying');
    expect(await rowOf(finance, 1).getByText('付款失败').count()).toBe(1);
    await rowOf(finance, 1).getByRole('link', { name: '去重发' }).click();
    await finance.getByRole('button', { name: '重发失败的' }).waitFor();
  });

  test('what failed is asked for again, and who had no account gets it when he has one', async () => {
    const [failed] = await refundPayments(desk.finance);
    const path = `/payments/${failed?.paymentId ?? ''}`;
    const { lines } = await desk.finance.get<{ lines: { seq: number; state: string }[] }>(path);
    const seq = lines.find(({ state }) => state === 'FAILED')?.seq ?? 0;
    const account = { payeeName: '', accountNumber: '32050174883600009999', bankCode: '' };
    await desk.finance.post(`${path}/reissue`, 'again', { lines: [{ seq, ...account }] });
    const [again] = await refundPayments(desk.finance);
    await send(desk, again?.paymentId ?? '');
    await desk.finance.post('/bank-accounts', 'account of the last', {
      unionId: unions[3]?.unionId ?? '',
      bank: 'basic',
      holderName: '合成工会',
      accountNumber: '32050174883600000004',
      bankCode: '105312500018',
    });
    await open(finance, `${origin}/refunds`);
    await finance.getByRole('link', { name: '2024-01 – 2024-12' }).click();
    await act(finance, '提出付款');
    const [last] = await refundPayments(desk.finance);
    await send(desk, last?.paymentId ?? '');
    await finance.reload();
    await finance.getByText('已全部由银行付讫。').waitFor();
    await look(finance, 'refunds-paid');
    await open(finance, `${origin}/refunds`);
    await finance
      .getByRole('row')
      .filter({ hasText: '2024-01' })
      .getByText('3,000.00')
      .first()
      .waitFor();
    await look(finance, 'refunds-list');
    expect(await finance.getByText('已付清').count()).toBe(1);
  });

  test('a receipt that was given wrongly is taken back by another, and given to the right union', async () => {
    await open(finance, `${origin}/receipts`);
    await finance.getByRole('link', { name: 'S-2025-5', exact: true }).click();
    await finance.getByRole('button', { name: '冲回收款' }).click();
    const own = finance.locator('dialog[open]');
    await own.getByLabel('冲回原因').fill('归属有误');
    await own.getByRole('button', { name: '冲回收款' }).click();
    await own.getByText('经办人不能冲回自己登记的收款').waitFor();
    await open(cashier, finance.url());
    await cashier.getByRole('button', { name: '冲回收款' }).click();
    const dialog = cashier.locator('dialog[open]');
    await dialog.getByLabel('冲回原因').fill('应归入另一家工会');
    await look(cashier, 'receipts-reverse');
    await dialog.getByRole('button', { name: '冲回收款' }).click();
    await cashier.getByRole('dialog').getByText('应归入另一家工会').first().waitFor();
    await look(cashier, 'receipts-reversed');
    await open(cashier, `${origin}/receipts?view=waiting`);
    await cashier.getByText('该笔收款已冲回').first().waitFor();
    await cashier.getByRole('button', { name: '处理 S-2025-5' }).click();
    await chooseUnion(cashier, unions[2]?.name ?? '');
    await cashier.getByRole('dialog').getByLabel('处理意见').fill('经核对归入该工会');
    await cashier.getByRole('dialog').getByRole('button', { name: '归入工会' }).click();
    await cashier.getByText('没有待处理的行').waitFor();
    await open(cashier, `${origin}/receipts?slip=S-2025-5`);
    await cashier.getByText('已冲回').waitFor();
    expect(await cashier.getByRole('row').filter({ hasText: 'S-2025-5' }).count()).toBe(2);
  });

  test('in English nothing Chinese stands but what people wrote, and the books agree', async () => {
    await open(finance, `${origin}/refunds`);
    await finance.getByRole('button', { name: 'English' }).click();
    const data = [
      ...unions.map(({ name }) => name),
      '已申请注销',
      '邮工办〔2026〕3号',
      '厅字',
      '工财发',
    ];
    await finance.getByRole('heading', { name: 'Refunds', exact: true }).waitFor();
    await finance.getByRole('link', { name: '2025-01 – 2025-12' }).click();
    await finance.getByText('Being shown').first().waitFor();
    const said = (await words(finance)).map((text) => text.replaceAll(/厅字.*号|工财发.*号/g, ''));
    expect(chineseIn(said, data)).toEqual([]);
    await look(finance, 'refunds-english-one');
    expect(await federation.demand('verify', '--nodes', COUNTY)).toContain('everything adds up');
  });
});
