import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '@gonglian/sheets/read-workbook.ts';
import { xlsxOf } from '@gonglian/sheets/write-workbook.ts';
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
  words,
  type Visitor,
  type Visitors,
} from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { rollupOf, totalOf } from './figures.ts';
import { somePeople, unionRow } from './work.ts';

// A clerk with a workbook: five hundred people of whom three are wrong, brought in by the page and taken back again.

const COUNTY = '321084';
const chromium = process.env.CHROMIUM ?? '';
const pictures = path.resolve(import.meta.dirname, '../../.gonglian/pictures');
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const union = unionRow(COUNTY, 1);
const folder = federation.home;
const workbook = path.join(folder, '花名册.xlsx');

let visitors: Visitors;
let visitor: Visitor;
let page: Page;
let api: Api;

/** Rows of the sheet, which has a title and a line of headings above them. */
const wrong: Record<number, [code: string, idNumber: string]> = {
  19: ['CHECKSUM', withWrongCheck(somePeople(16, 1)[0]?.idNumber ?? '')],
  253: ['DATE_INVALID', '329999196302310018'],
  502: ['LENGTH_OR_CHARSET', '32999919630201'],
};
const people = somePeople(0, 500);

async function writeList(): Promise<void> {
  const columns = ['会员姓名', '身份证号', '联系电话', '农民工'].map((heading) => ({ heading }));
  const rows = people.map(({ idNumber, name, phone: mobile, migrantWorker }, at) => {
    const number = wrong[at + 3]?.[1] ?? idNumber;
    return [name, number, mobile, migrantWorker ? '是' : '否'];
  });
  const sheet = { name: '名册', columns, rows };
  const chunks: Buffer[] = [];
  for await (const chunk of xlsxOf([sheet], { watermark: '会员花名册' })) chunks.push(chunk);
  writeFileSync(workbook, Buffer.concat(chunks));
}

async function enter(who: Visitor, user: string): Promise<Page> {
  const tab = await who.tab();
  await tab.goto(`${origin}/api/v1/login`);
  await tab.getByRole('link').filter({ hasText: user }).first().click();
  await drawn(tab);
  // The log-in of development has no icon, which a browser complains of.
  who.complaints.length = 0;
  return tab;
}

/** Chooses union and file, and uploads. */
async function bring(file: string): Promise<void> {
  await open(page, `${origin}/imports/new?unionId=${union.unionId}&joinedOn=2020-05-06`);
  await page.getByLabel('文件').setInputFiles(file);
  await page.getByRole('button', { name: '上传', exact: true }).click();
}

async function tryRows(): Promise<void> {
  await page.getByRole('heading', { name: '每一列是什么' }).waitFor();
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByRole('heading', { name: '试算结果' }).waitFor();
}

/** The numbers of the result, in the order they stand in. */
async function counts(): Promise<number[]> {
  const figures = await page.locator('.steps .figure').allInnerTexts();
  return figures.map((text) => Number(text.replaceAll(',', '')));
}

async function giveUp(): Promise<void> {
  await page.getByRole('button', { name: '放弃这次导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃这次导入' }).click();
  await page.getByText('这次导入已放弃').waitFor();
}

async function activeMembers(): Promise<number> {
  return (await api.get<{ active: number }>(`/unions/${union.unionId}/member-count`)).active;
}

/** Nothing stands in anybody's way, and a picture of it is kept. */
async function look(name: string): Promise<void> {
  await drawn(page);
  for (const [place, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await page.screenshot({ path: path.join(pictures, `imports-${name}-${place}.png`) });
    const found = { barriers: await barriers(page), overflow: await overflow(page) };
    expect({ name, place, found }).toEqual({ name, place, found: { barriers: [], overflow: 0 } });
  }
  await page.setViewportSize(desk);
}

describe.runIf(chromium !== '')('an import', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    api = await openApi(origin);
    await api.post('/unions/enrolments', { rows: [union] });
    await eventually(activeMembers);
    await writeList();
    visitors = await openBrowser(chromium);
    visitor = await visitors.come();
    page = await enter(visitor, 'clerk');
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('of 500 rows with 3 mistakes says so before anybody joins', async () => {
    await open(page, `${origin}/imports/new`);
    await look('begin');
    await bring(workbook);
    await page.getByRole('heading', { name: '每一列是什么' }).waitFor();
    await look('columns');
    // The same field twice is refused in the page itself.
    const tryButton = page.getByRole('button', { name: '试算' });
    await page.getByLabel('“联系电话”对应为').selectOption('name');
    expect(await tryButton.isDisabled()).toBe(true);
    await page.getByLabel('“联系电话”对应为').selectOption('phone');
    await tryRows();
    expect(await counts()).toEqual([497, 0, 3, 500]);
    expect(await activeMembers()).toBe(0);
  });

  test('lists the rows by the rule they break, and gives them back as a workbook', async () => {
    await drawn(page);
    const codes = await page.locator('.cause-list code').allInnerTexts();
    expect(codes.toSorted()).toEqual(
      Object.values(wrong)
        .map(([code]) => code)
        .toSorted(),
    );
    for (const _ of codes) await page.getByRole('button', { name: '看是哪些行' }).first().click();
    await page.getByText('第 502 行', { exact: true }).waitFor();
    const rows = await page.locator('.row-numbers li').allInnerTexts();
    expect(rows.toSorted()).toEqual(
      Object.keys(wrong)
        .map((row) => `第 ${row} 行`)
        .toSorted(),
    );
    await look('causes');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载错误工作簿' }).click(),
    ]);
    const saved = path.join(folder, download.suggestedFilename());
    await download.saveAs(saved);
    const lines = await textOf(saved);
    const numbers = Object.values(wrong).map(([, idNumber]) => idNumber);
    const told = lines.filter((cells) => numbers.some((number) => cells.includes(number)));
    expect(told).toHaveLength(3);
    expect(lines.length - told.length).toBeLessThanOrEqual(2);
  });

  test('is still at its step after a reload, and lets 497 join once it is confirmed', async () => {
    await page.reload();
    await page.getByRole('heading', { name: '试算结果' }).waitFor();
    await page.getByRole('button', { name: '导入 497 人' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').innerText()).toMatch(/497 人入会[^]*3 行有问题/);
    await look('confirm');
    await page.getByRole('dialog').getByRole('button', { name: '导入 497 人' }).click();
    await page.getByRole('heading', { name: '导入完成' }).waitFor();
    expect(await counts()).toEqual([497, 0, 3, 500]);
    expect(await activeMembers()).toBe(497);
    await look('done');
  });

  test('of the same file again changes nothing', async () => {
    await bring(workbook);
    await tryRows();
    expect(await counts()).toEqual([0, 497, 3, 500]);
    await giveUp();
    expect(await activeMembers()).toBe(497);
  });

  test('goes on with what has not arrived when the browser was closed in the middle', async () => {
    const large = path.join(folder, '长名册.csv');
    const note = '备注'.repeat(450);
    const lines = somePeople(1_000, 800).map((one) => [one.name, one.idNumber, note].join(','));
    writeFileSync(large, ['姓名,证件号码,备注', ...lines].join('\r\n'));
    let sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(new URL(request.url()).pathname.slice(-1));
    });
    // The second part never leaves, and the page is gone before it does.
    await page.route('**/parts/2', () => undefined);
    await bring(large);
    await eventually(() => expect(sent).toEqual(['1', '2']));
    sent = [];
    await page.reload();
    await page.unroute('**/parts/2');
    await page.getByText(`${path.basename(large)}”已到达 1 块，共 2 块`).waitFor();
    await page.getByLabel('同一个文件').setInputFiles(workbook);
    await page.getByText('这不是原来的文件').waitFor();
    await look('upload');
    await page.getByLabel('同一个文件').setInputFiles(large);
    await page.getByRole('button', { name: '继续上传' }).click();
    await page.getByRole('heading', { name: '每一列是什么' }).waitFor();
    expect(sent).toEqual(['2']);
    await giveUp();
  });

  test('of a file that is no workbook says what to do about it', async () => {
    const fake = path.join(folder, '网页.xlsx');
    writeFileSync(fake, '<!doctype html><table></table>');
    await bring(fake);
    await page.getByText('文件不能导入').waitFor();
    expect(await page.locator('.problem').innerText()).toMatch(/另存为 .xlsx[^]*SHEET_NOT_XLSX/);
  });

  test('is seen by an auditor, who is offered nothing to change', async () => {
    const auditor = await visitors.come();
    const tab = await enter(auditor, 'auditor');
    await open(tab, `${origin}/imports`);
    await tab.getByRole('row').filter({ hasText: '已完成' }).getByRole('link').click();
    await tab.getByRole('heading', { name: '导入完成' }).waitFor();
    await tab.getByRole('button', { name: '看是哪些行' }).first().waitFor();
    const buttons = await tab.locator('.import-block button').allInnerTexts();
    expect(new Set(buttons)).toEqual(new Set(['看是哪些行']));
    expect(auditor.complaints).toEqual([]);
    await auditor.leave();
  });

  test('is taken back whole, and everything adds up', async () => {
    await open(page, `${origin}/imports`);
    await look('list');
    await page.getByRole('row').filter({ hasText: '已完成' }).getByRole('link').click();
    await page.getByRole('button', { name: '撤销整批' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销 497 人' }).click();
    await page.getByRole('heading', { name: '已撤销' }).waitFor();
    expect(await activeMembers()).toBe(0);
    await look('undone');
    await federation.demand('verify', '--nodes', COUNTY);
    const rollup = await rollupOf(origin, COUNTY);
    expect(totalOf(rollup, 'members_total').subtree).toBe('0');
  });

  test('speaks English where one asks for it', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: 'Undone' }).waitFor();
    const names = [union.name, '高邮市总工会', path.basename(workbook, '.xlsx')];
    expect(chineseIn(await words(page), names)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});

function withWrongCheck(idNumber: string): string {
  return idNumber.slice(0, -1) + (idNumber.endsWith('1') ? '2' : '1');
}

async function textOf(file: string): Promise<string[][]> {
  const book = await openWorkbook(file, path.basename(file));
  try {
    const [first] = book.sheets;
    const lines: string[][] = [];
    for await (const { cells } of book.rows(first?.name ?? '')) lines.push([...cells]);
    return lines;
  } finally {
    await book.close();
  }
}
