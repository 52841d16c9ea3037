// What the journey of funds in begins with, and how its screens are looked at.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { orgCodeCheckChar, usccCheckChar } from '@gonglian/kernel/uscc.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { barriers, desk, drawn, overflow, phone } from './browser.ts';
import { COUNTY } from './money.ts';
import { unionRow } from './work.ts';

export const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');

export const union = unionRow(COUNTY, 1);
export const covered = usccOf(1, COUNTY);

/** One slip that fits, one of a payer without a union, one of a payer registered elsewhere, and the first again. */
const lines = [
  ['T-1', covered, '20000.00'],
  ['T-2', usccOf(2, COUNTY), '1000.00'],
  ['T-3', usccOf(3, '110101'), '500.00'],
  ['T-1', covered, '20000.00'],
] as const;

/** The code of the nth made-up enterprise of a region. */
function usccOf(n: number, region: string): string {
  const org = String(n).padStart(8, '0');
  const first = `91${region}${org}${orgCodeCheckChar(org)}`;
  return first + usccCheckChar(first);
}

/** As the tax bureau gives it. */
export function writeFile(file: string): void {
  const headings = ['完税凭证号', '统一社会信用代码', '费款所属期', '实缴金额', '入库日期'];
  const rows = lines.map(([slip, uscc, amount]) => [slip, uscc, '2026-03', amount, '2026-04-15']);
  writeFileSync(file, [headings, ...rows].map((cells) => cells.join(',')).join('\r\n'));
}

/** A union that covers the payer, and one founded after it: who knows the second knows the first. */
export async function openUnions(origin: string): Promise<void> {
  const clerk = await openApi(origin);
  const later = unionRow(COUNTY, 2);
  await clerk.post('/unions/enrolments', { rows: [union] });
  const at = `/unions/${union.unionId}`;
  const { version } = await clerk.get<{ version: number }>(at);
  await clerk.post(`${at}/employers`, {
    employer: { uscc: covered, name: '示范机械有限公司', employeeCount: 40 },
    startedOn: '2020-01-01',
    expectedVersion: version,
  });
  await clerk.post('/unions/enrolments', { rows: [later] });
  const finance = await openApi(origin, 'finance');
  await eventually(() => finance.get(`/fund/receipts?unionId=${later.unionId}`));
}

/** Nothing stands in anybody's way, and a picture of it is kept. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const [place, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await drawn(page);
    await page.screenshot({ path: path.join(pictures, `${name}-${place}.png`) });
    const found = { barriers: await barriers(page), overflow: await overflow(page) };
    expect({ name, place, found }).toEqual({ name, place, found: { barriers: [], overflow: 0 } });
  }
  await page.setViewportSize(desk);
}

export async function chooseUnion(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: '工会' });
  await field.click();
  await field.fill(name.slice(0, 4));
  await page.locator('.option-union').filter({ hasText: name }).first().click();
}

/** Proposes a line and asks to approve it oneself. */
export async function ownApproval(finance: Api) {
  const { lineId, version } = await finance.post<{ lineId: string; version: number }>(
    '/budget/lines',
    {
      unionId: nodeRootUnionId(COUNTY),
      fiscalYear: 2026,
      accountCode: '50101',
      mark: 'basic',
      sourceCode: 'union',
      amountFen: '100',
      documentNo: '示工发〔2026〕4号',
      reason: '年初预算',
    },
  );
  return finance.ask('POST', `/budget/lines/${lineId}/approval`, {
    body: { expectedVersion: version },
  });
}
