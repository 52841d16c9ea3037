// The desks of those who pay: who sits at them, how they act, what the bank answers.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  barriers,
  desk,
  drawn,
  open,
  openBrowser,
  overflow,
  phone,
  type Visitor,
  type Visitors,
} from './browser.ts';
import { CITY, collect, COUNTY, remit } from './money.ts';

export const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
export const federation = await openFederation();
export const origin = federation.origin(COUNTY);
const unionId = nodeRootUnionId(COUNTY);
export const chromium = process.env.CHROMIUM ?? '';
export const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
  new Date(),
);
export const year = today.slice(0, 4);
const people = ['clerk', 'finance', 'chair', 'supervisor'] as const;
type Person = (typeof people)[number];

let visitors: Visitors;
const desks = new Map<Person, { visitor: Visitor; page: Page }>();
export const at = (person: Person): Page => {
  const found = desks.get(person);
  if (!found) throw new Error(`${person} has not come`);
  return found.page;
};

/** The supervisor is given the cashier's work: who checked a list does not take it to the bank. */
async function openCounty(): Promise<void> {
  const of = (user: string) => openApi(origin, user);
  const [finance, chair, admin] = [await of('finance'), await of('chair'), await of('admin')];
  const { accountId } = await (await of('supervisor')).get<{ accountId: string }>('/session');
  const duty = { accountId, duty: 'finance', scopeUnionId: unionId, memberId: '' };
  await admin.post('/duties', duty);
  await collect(finance);
  await remit({ finance, chair }, 300_000);
  const line = await finance.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId,
    fiscalYear: Number(year),
    accountCode: '50404',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '1000000',
    documentNo: '示工发〔2026〕1号',
    reason: '年度预算',
  });
  const body = { expectedVersion: line.version };
  await chair.post(`/budget/lines/${line.lineId}/approval`, body);
}

async function come(person: Person): Promise<void> {
  const visitor = await visitors.come();
  const page = await visitor.tab();
  await page.goto(`${origin}/api/v1/login`);
  await page.getByRole('link').filter({ hasText: person }).first().click();
  if (person === 'supervisor') await page.getByRole('button', { name: /管理经费与预算/ }).click();
  await drawn(page);
  // The log-in of development has no icon, which a browser complains of.
  visitor.complaints.length = 0;
  desks.set(person, { visitor, page });
}

/** Nothing stands in anybody's way, and a picture of it is kept. */
export async function look(page: Page, name: string): Promise<void> {
  for (const [place, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await drawn(page);
    await page.screenshot({ path: path.join(pictures, `${name}-${place}.png`) });
    const found = { barriers: await barriers(page), overflow: await overflow(page) };
    expect({ name, place, found }).toEqual({ name, place, found: { barriers: [], overflow: 0 } });
  }
  await page.setViewportSize(desk);
}

/** Asks, reads what follows, and does it. */
async function act(person: Person, address: string, name: string): Promise<void> {
  const page = at(person);
  await open(page, address);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

export async function acted(person: Person, address: string, name: string): Promise<void> {
  await act(person, address, name);
  await at(person).getByRole('dialog').waitFor({ state: 'detached' });
}

export async function refused(
  person: Person,
  address: string,
  name: string,
  why: string,
): Promise<void> {
  await act(person, address, name);
  await at(person).getByRole('dialog').getByText(why).waitFor();
}

/** The bank's answer, as a csv on the cashier's desk. */
export async function answered(
  address: string,
  rows: (batchNo: string) => string[],
): Promise<void> {
  const page = at('supervisor');
  await open(page, address);
  const [batchNo = ''] = /\d{8}-[0-9a-f]+/.exec(await page.locator('.lead').innerText()) ?? [];
  const file = path.join(federation.home, `${batchNo}.csv`);
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  writeFileSync(file, [head, ...rows(batchNo)].join('\r\n'));
  await page.getByRole('button', { name: '导入回单', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('银行回单文件').setInputFiles(file);
  await dialog.getByRole('button', { name: '导入回单', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await drawn(page);
}

export async function openDesks(): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await federation.demand('up', '--detach', '--no-demo', '--nodes', `${CITY},${COUNTY}`);
  await openCounty();
  visitors = await openBrowser(chromium);
  for (const person of people) await come(person);
}

export async function closeDesks(): Promise<void> {
  await visitors?.close();
  await federation.remove();
}

/** What the browsers complained of, besides what the node refused and a statement that was not there yet. */
export function complaints(): string[] {
  const all = [...desks.values()].flatMap(({ visitor }) => visitor.complaints);
  return all.filter((text) => !/\b(422|404)\b/.test(text));
}
