// Whose hands a household's file and its relief go through, and what passes beside the screens: days, the bank.
import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Locator, Page } from 'playwright-core';
import { Client } from 'pg';
import { expect } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { barriers, desk, drawn, overflow, phone } from './browser.ts';
import { COUNTY } from './money.ts';
import { openUnions, union } from './receipts-pages.ts';
import { BANK, collectFrom, csv, entrusted, inDuty, openCashier } from './walk.ts';
import { somePeople } from './work.ts';

export const federation = await openFederation();
export const origin = federation.origin(COUNTY);
export const unionId = nodeRootUnionId(COUNTY);
export const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
  new Date(),
);
export const [worker] = somePeople(0, 1);
const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');

/** Each sign of their own: who made, visited or reviewed signs nothing further up. */
export interface Desks {
  finance: Api;
  chair: Api;
  cashier: Api;
  centre: Api;
  reviewer: Api;
}

/** A union with one member, an enterprise's fund at the bank, and a budget for relief. */
export async function openCounty(): Promise<Desks> {
  const of = (user: string) => openApi(origin, user);
  const [clerk, finance, chair] = [await of('clerk'), await of('finance'), await of('chair')];
  await openUnions(origin);
  const { joined } = await clerk.post<{ joined: number }>('/members/batches', {
    unionId: union.unionId,
    joinedOn: '2020-05-06',
    rows: [worker],
  });
  expect(joined).toBe(1);
  await collectFrom(finance);
  const line = await finance.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId,
    fiscalYear: Number(today.slice(0, 4)),
    accountCode: '50404',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '1000000',
    documentNo: '邮工发〔2026〕1号',
    reason: '年度预算',
  });
  const body = { expectedVersion: line.version };
  await chair.post(`/budget/lines/${line.lineId}/approval`, body);
  const clerkOf = { duty: 'clerk', reads: '/hardship-files?limit=1' };
  const centre = await entrusted(origin, { ...clerkOf, user: 'supervisor' });
  const { duty } = await finance.get<{ duty: { dutyId: string } }>('/session');
  const reviewer = await entrusted(origin, { ...clerkOf, user: 'finance' });
  const cashier = await openCashier(origin);
  return { chair, centre, reviewer, cashier, finance: inDuty(finance, duty.dutyId) };
}

/** A month passes for what is shown: nobody waits for five working days. */
export async function letNoticesEnd(): Promise<void> {
  const { database } = federation.config(COUNTY);
  const { user, password } = database.owner;
  const { name, port } = database;
  const owner = new Client({ host: '127.0.0.1', port, database: name, user, password });
  await owner.connect();
  await owner.query(`set search_path = welfare; select set_config('gonglian.reach', 'all', false)`);
  await owner.query('update notice set starts_on = starts_on - 30, ends_on = ends_on - 30');
  await owner.end();
}

interface Payment {
  paymentId: string;
  batchNo: string;
  version: number;
  state: string;
}

/** Signed by two of finance's own, taken to the bank and answered by it; then the bank's statement. */
export async function payAtBank(
  { finance, chair, cashier }: Desks,
  amountFen: number,
): Promise<string> {
  const { items } = await finance.get<{ items: Payment[] }>(`/payments?unionId=${unionId}`);
  const at = `/payments/${items[0]?.paymentId ?? ''}`;
  const { payment } = await finance.get<{ payment: Payment }>(at);
  const { batchNo, version: expectedVersion } = payment;
  const checked = await finance.post<Payment>(`${at}/check`, { expectedVersion });
  await chair.post(`${at}/approval`, { expectedVersion: checked.version });
  await cashier.post(`${at}/export`, {});
  await cashier.post(`${at}/sending`, {});
  const content = csv(
    'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code',
    `${batchNo},1,${amountFen},success,${batchNo}-1,${today},`,
  );
  await cashier.post(`${at}/result`, { fileName: '回单.csv', content });
  const paid = (amountFen / 100).toFixed(2);
  await cashier.post('/bank-statements', {
    unionId,
    bank: BANK,
    month: today.slice(0, 7),
    openingFen: '0',
    closingFen: String(800_000 - amountFen),
    fileName: '对账单.csv',
    content: csv(
      'posted_on,amount,serial,purpose',
      `${today},8000.00,,上解经费`,
      `${today},-${paid},${batchNo}-1,生活救助`,
    ),
  });
  const { lines } = await finance.get<{ lines: { lineId: string }[] }>(at);
  return lines[0]?.lineId ?? '';
}

/** A picture at a desk and on a phone; nothing stands in anybody's way. */
export async function look(
  page: Page,
  name: string,
  sizes: Readonly<Record<string, typeof desk>> = { desk, phone },
): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const [place, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await drawn(page);
    await page.screenshot({ path: path.join(pictures, `${name}-${place}.png`), fullPage: true });
    const found = { barriers: await barriers(page), overflow: await overflow(page) };
    expect({ name, place, found }).toEqual({ name, place, found: { barriers: [], overflow: 0 } });
  }
}

type Said = Readonly<Record<string, string>>;

/** Says what a dialog asks for, by the words of its fields, and waits until it is gone. */
export async function act(page: Page, name: string, said: Said = {}, does = name): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('dialog[open]');
  for (const [field, value] of Object.entries(said)) await fill(dialog, field, value);
  await dialog.getByRole('button', { name: does, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await drawn(page);
}

async function fill(dialog: Locator, field: string, value: string): Promise<void> {
  const box = dialog.getByRole('checkbox', { name: field, exact: true });
  if ((await box.count()) > 0) return box.check();
  const input = dialog.getByLabel(field, { exact: true });
  if ((await input.evaluate((one) => one.tagName)) === 'SELECT') {
    await input.selectOption({ label: value });
    return;
  }
  await input.fill(value);
  // Somebody is found by his name, then chosen.
  if ((await input.getAttribute('role')) === 'combobox')
    await dialog
      .locator('.ant-select-item-option:visible')
      .filter({ hasText: value })
      .first()
      .click();
}

/** As a worker does it who is ill; his name and number the node knows. */
export async function applyByPhone(page: Page, illness: string): Promise<void> {
  await page.setViewportSize(phone);
  await page.goto(`${origin}/help/hardship`);
  await drawn(page);
  await page.getByLabel('金额（元）').first().fill('12000');
  await page.getByRole('button', { name: '添加一项支出' }).click();
  await page.getByLabel('金额（元）').nth(1).fill('9000');
  await page.getByLabel('主要原因').selectOption({ label: '疾病' });
  await page.getByLabel('病名').fill(illness);
  await page.getByLabel('处理我家的收入和支出信息').check();
  await page.getByLabel('处理我家的健康和家庭成员信息').check();
  await page.getByRole('button', { name: '保存，下一步拍材料' }).click();
  await page.getByText('还没有提交').waitFor();
  await act(page, '提交申请');
  await page.getByText('工会已收到').waitFor();
}

interface Versioned {
  version: number;
}

/** The assistance centre compares the registers, finds nothing, and files the household at the city's level. */
export async function fileAtCentre({ centre }: Desks, file: string): Promise<void> {
  const at = `/hardship-files/${file.slice('/hardship/'.length)}`;
  const { version } = await centre.get<Versioned>(at);
  const matched = await centre.post<Versioned>(`${at}/data-match`, {
    expectedVersion: version,
    happenedOn: today,
    matchSources: ['HOUSING', 'VEHICLE', 'BUSINESS', 'SOCIAL_INSURANCE', 'MINIMUM_LIVING'],
    homes: 1,
    premises: false,
    employees: 0,
    schoolFeeFen: '0',
    localSchoolFeeFen: '0',
    carValueFen: '0',
    refusedJobs: 0,
    vice: false,
    falseMaterials: false,
  });
  await centre.post(`${at}/county-review`, {
    expectedVersion: matched.version,
    happenedOn: today,
    answer: 'PASSED',
    note: '',
    fileLevel: 'CITY',
  });
}

/** Materials and the review, by two who have not proposed it and will not approve it. */
export async function signTwice({ centre, reviewer }: Desks, grant: string): Promise<void> {
  const { version } = await centre.get<Versioned>(grant);
  const passed = { answer: 'PASSED', reasonCode: '' };
  const papers = { accountNumber: '', bankCode: '', invoiceNos: [] };
  const check = { expectedVersion: version, ...passed, ...papers };
  const checked = await centre.post<Versioned>(`${grant}/check`, check);
  await reviewer.post(`${grant}/review`, { expectedVersion: checked.version, ...passed });
}
