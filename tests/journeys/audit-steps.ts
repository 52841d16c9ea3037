// What journeys of audits begin with, and how a person goes through a dialog.
import path from 'node:path';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Api } from '../api.ts';
import { barriers, desk, drawn, overflow, phone } from './browser.ts';
import { COUNTY } from './money.ts';

export const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
export const ago = (days: number) => addDays(chinaDate(new Date()), -days);
export const TITLE = '一季度经费收支审计';
const unionId = nodeRootUnionId(COUNTY);

/** Two vouchers that name one invoice. */
export async function invoiceTwice(finance: Api): Promise<void> {
  const leg = (code: string, amountFen: string) => ({ account: { code }, amountFen });
  for (const summary of ['办公用品', '办公用品（三月）']) {
    await finance.post(`/ledger/books/${unionId}/vouchers`, {
      eventOn: '2026-03-25',
      summary,
      docKind: 'INVOICE',
      docId: '32001234',
      legs: [leg('135', '120000'), leg('215', '-120000')],
      moves: [],
    });
  }
}

interface Audit {
  auditId: string;
  version: number;
}

/** An audit that was decided long ago, whose one finding nobody has answered. */
export async function forgotten(auditor: Api): Promise<void> {
  const begun = await auditor.post<Audit>('/audits', {
    unionId,
    kind: 'SAME_LEVEL',
    title: '上年度决算审查',
    periodFrom: '2025-01',
    periodTo: '2025-12',
    basis: '年度审计计划',
    auditors: ['auditor', 'auditor-2'],
  });
  const { auditId } = begun;
  let { version } = begun;
  const step = async (name: string, body: object) => {
    const given = { expectedVersion: version, ...body };
    ({ version } = await auditor.post<Audit>(`/audits/${auditId}/${name}`, given));
  };
  await step('notice', { notifiedOn: ago(100), entryOn: ago(97) });
  await step('entry', { enteredOn: ago(97) });
  const paper = { title: '决算核对', auditProcedure: '核对报表', conclusion: '收入少记一笔' };
  await auditor.post(`/audits/${auditId}/papers`, paper);
  await auditor.post(`/audits/${auditId}/findings`, {
    category: 'INCOME_NOT_BOOKED',
    title: '利息收入未入账',
    amountFen: '36500',
    clause: '《工会会计制度》第六十五条',
    cause: '未核对银行对账单',
    responsiblePost: '出纳岗',
    suggestion: '补记收入',
  });
  await step('draft', { draftedOn: ago(95), summary: '决算基本真实。' });
  await step('report', { reportedOn: ago(84), opinion: '限期补记。' });
  await step('decision', { decidedOn: ago(80), decisionNo: '邮工经审〔2026〕1号' });
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
  fill: (dialog: Locator) => Promise<void>,
  within: Page | Locator = page,
): Promise<void> {
  await within.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

export const on = (day: string) => (dialog: Locator) =>
  dialog.getByLabel('日期', { exact: true }).fill(day);

export async function plan(page: Page): Promise<void> {
  await act(page, '制定审计计划', async (dialog) => {
    await dialog.getByLabel('被审计单位').fill('总工会');
    await page.locator('.ant-select-item-option').filter({ hasText: '总工会' }).first().click();
    await dialog.getByLabel('审计类型').selectOption({ label: '同级审查' });
    await dialog.getByLabel('名称').fill(TITLE);
    await dialog.getByLabel('期间自').fill('2026-01');
    await dialog.getByLabel('期间至').fill('2026-03');
    await dialog.getByLabel('审计依据').fill('年度审计计划');
    await dialog.getByLabel('审计人员账号').fill('auditor，auditor-2');
  });
  await page.getByRole('link', { name: TITLE }).click();
}

/** From the notice to the day of entry. */
export async function begin(page: Page): Promise<void> {
  await act(page, '下达审计通知', async (dialog) => {
    await on(ago(20))(dialog);
    await dialog.getByLabel('进点日期').fill(ago(17));
  });
  await act(page, '审计进点', on(ago(17)));
  await page.getByText('已进点').waitFor();
}

/** Two vouchers with one invoice are found, and one of them is a finding. */
export async function findTwice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '筛查：重复单据' }).click();
  await page.getByRole('button', { name: /2 条命中/ }).click();
  await page.getByRole('link', { name: '第 3 号' }).waitFor();
  await look(page, 'audit-hits');
  const fill = async (dialog: Locator) => {
    await dialog.getByLabel('问题类别').selectOption({ label: '重复支付' });
    await dialog.getByLabel('违反规定').fill('《工会会计制度》第十条');
    await dialog.getByLabel('产生原因').fill('同一发票重复入账');
    await dialog.getByLabel('责任岗位').fill('会计岗');
    await dialog.getByLabel('整改建议').fill('冲销重复凭证');
  };
  await act(page, '登记问题', fill, page.locator('.ant-drawer'));
  await page.getByText('已登记问题').waitFor();
  await page.getByRole('button', { name: '关闭' }).last().click();
}

export async function report(page: Page): Promise<void> {
  await act(page, '审计抽样', (dialog) => dialog.getByLabel('样本量').fill('2'));
  await act(page, '登记工作底稿', async (dialog) => {
    await dialog.getByLabel('名称').fill('凭证抽查');
    await dialog.getByLabel('审计程序与过程').fill('逐张核对原始单据');
    await dialog.getByLabel('结论').fill('一张发票重复入账');
  });
  await act(page, '出具征求意见稿', async (dialog) => {
    await on(ago(15))(dialog);
    await dialog.getByLabel('审计情况').fill('经费收支基本合规，发现一项问题。');
  });
}
