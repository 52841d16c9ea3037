// The desks of mutual aid: what the county begins with, how those who sit there act, what the bank answers.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  barriers,
  desk,
  drawn,
  openBrowser,
  overflow,
  phone,
  type Visitor,
  type Visitors,
} from './browser.ts';
import { collect, COUNTY } from './money.ts';
import { openCashier } from './walk.ts';
import { unionRow } from './work.ts';

export const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
export const federation = await openFederation();
const origin = federation.origin(COUNTY);
const rootId = nodeRootUnionId(COUNTY);
export const chromium = process.env.CHROMIUM ?? '';
export const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
  new Date(),
);
export const year = Number(today.slice(0, 4));
export const mill = { ...unionRow(COUNTY, 1), name: '示范织造厂工会' };
export const papers = {
  name: '出院小结.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('made-up papers'),
};
export const people = [
  { name: '李小明', idNumber: '32108419000101001X' },
  { name: '王五', idNumber: '440524188001010014' },
];
const invoice = '32060120260409000123';
const account = '6222000000000001234';
export const SCHEME = 'HZ-2026';

const desks = new Map<string, { visitor: Visitor; page: Page }>();
let visitors: Visitors | undefined;
export let apis: Record<'clerk' | 'finance' | 'chair', Api>;

/** A grassroots union, an account of the county, and money of its own that no payout may touch. */
async function openCounty(): Promise<void> {
  const [clerk, finance, chair] = await Promise.all(
    ['clerk', 'finance', 'chair'].map((user) => openApi(origin, user)),
  );
  if (!clerk || !finance || !chair) throw new Error('nobody came');
  apis = { clerk, finance, chair };
  const { refused } = await clerk.post<{ refused: object[] }>('/unions/enrolments', {
    rows: [mill],
  });
  expect(refused).toEqual([]);
  await collect(finance);
  await finance.post('/bank-accounts', {
    unionId: rootId,
    bank: 'bank-1',
    holderName: '示范总工会',
    bankCode: '105312500018',
    accountNumber: '32050174883600000001',
  });
}

/** The premiums are others' money: 102 against 221, in a pot of the scheme (domain §5.7). */
export async function entrust(amountFen: string): Promise<void> {
  await apis.finance.post(`/ledger/books/${rootId}/vouchers`, {
    eventOn: today,
    summary: '互助保费 第五期',
    docKind: 'RECEIPT',
    docId: '互助收〔2026〕1号',
    legs: [
      { account: { code: '102', mark: 'bank-1' }, amountFen },
      { account: { code: '221', project: SCHEME }, amountFen: `-${amountFen}` },
    ],
    moves: [
      {
        source: { kind: 'payer', key: '91329999000000001X' },
        target: { kind: 'trust', key: SCHEME, bank: 'bank-1' },
        amountFen,
      },
    ],
  });
}

async function come(duty: string): Promise<void> {
  const visitor = await (visitors ??= await openBrowser(chromium)).come();
  const page = await visitor.tab();
  await page.goto(origin);
  await page.getByRole('link', { name: '进入' }).click();
  await page.getByRole('link', { name: duty }).click();
  await page.locator('main h1').waitFor();
  desks.set(duty, { visitor, page });
}

export async function go(duty: string, address: string): Promise<Page> {
  const { page } = desks.get(duty) ?? {};
  if (!page) throw new Error(`${duty} has not come`);
  await page.goto(`${origin}${address}`);
  await drawn(page);
  return page;
}

/** A picture at a desk and on a phone; nothing stands in anybody's way. */
export async function look(page: Page, name: string): Promise<void> {
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
export async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const dialog = await ask(page, name, fill);
  await dialog.waitFor({ state: 'detached' });
}

export async function ask(page: Page, name: string, fill: (dialog: Locator) => Promise<unknown>) {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  return dialog;
}

export async function chooseUnion(dialog: Locator, label: string): Promise<void> {
  await dialog.getByLabel(label, { exact: true }).fill('织造厂');
  await dialog.page().locator('.ant-select-item-option').filter({ hasText: mill.name }).click();
}

export async function fillAll(
  dialog: Locator,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await dialog.getByLabel(label, { exact: true }).fill(value);
}

export const state = (page: Page, said: string) => page.locator('.lead').getByText(said).waitFor();

/** Reported by the clerk; answers the address of its page. */
export async function report(
  plan: string,
  { name, idNumber }: (typeof people)[number],
): Promise<string> {
  const page = await go('clerk', plan);
  await act(page, '报案', async (dialog) => {
    await chooseUnion(dialog, '工会');
    await fillAll(dialog, {
      姓名: name,
      身份证号: idNumber,
      诊断: '合成诊断甲',
      医院: '合成县人民医院',
      入院或确诊日期: today,
      出院日期: today,
      住院天数: '1',
      '目录内自付（元）': '8000',
    });
  });
  await page.waitForURL(/mutual-aid-claims/);
  await state(page, '待交材料');
  return new URL(page.url()).pathname;
}

export const materials =
  (over: Readonly<Record<string, string>> = {}) =>
  (dialog: Locator) =>
    fillAll(dialog, { 发票号码: invoice, 收款账号: account, 联行号: '105312500018', ...over })
      .then(() => dialog.getByLabel('材料文件').setInputFiles(papers))
      .then(() => dialog.getByText(/SHA-256 [0-9a-f]{64}/).waitFor());

/** Signed by two of finance's own, taken to the bank and answered. */
export async function pay(paymentId: string, amountFen: string): Promise<void> {
  interface Payment {
    batchNo: string;
    version: number;
  }
  const at = `/payments/${paymentId}`;
  const { payment } = await apis.finance.get<{ payment: Payment }>(at);
  const checked = await apis.finance.post<Payment>(`${at}/check`, {
    expectedVersion: payment.version,
  });
  await apis.chair.post(`${at}/approval`, { expectedVersion: checked.version });
  const cashier = await openCashier(origin);
  await cashier.post(`${at}/export`, {});
  await cashier.post(`${at}/sending`, {});
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  const row = `${payment.batchNo},1,${amountFen},success,${payment.batchNo}-1,${today},`;
  const content = Buffer.from(`${head}\r\n${row}`).toString('base64');
  await cashier.post(`${at}/result`, { fileName: '回单.csv', content });
}

export async function openDesks(): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
  await openCounty();
  for (const duty of ['clerk', 'finance', 'chair']) await come(duty);
}

export async function closeDesks(): Promise<void> {
  for (const { visitor } of desks.values()) await visitor.leave();
  await visitors?.close();
  await federation.remove();
}

export const complaints = (): string[] =>
  [...desks.values()].flatMap(({ visitor }) => visitor.complaints);
