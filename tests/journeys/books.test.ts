import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { barriers, desk, drawn, openBrowser, overflow, phone, type Visitors } from './browser.ts';
import { CITY, collect, COUNTY, remit } from './money.ts';

// From the trial balance to an account, from there to the voucher and its seal; and what is on its way to the city.

const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
let visitors: Visitors;

/** The city confirms what the county has paid; the county has nothing to do. */
async function act(page: Page, region: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '上解经费' });
  if (region === COUNTY) {
    if ((await row.getByRole('button').count()) > 0) throw new Error('the payer says it arrived');
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
});
