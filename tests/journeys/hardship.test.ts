import type { Page } from 'playwright-core';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, drawn, openBrowser, words, type Visitor, type Visitors } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import {
  act,
  applyByPhone,
  federation,
  fileAtCentre,
  letNoticesEnd,
  look,
  openCounty,
  origin,
  payAtBank,
  signTwice,
  today,
  unionId,
  worker,
  type Desks,
} from './hardship-desks.ts';
import { enterAs, linkToRecord } from './members-pages.ts';
import { COUNTY } from './money.ts';
import { union } from './receipts-pages.ts';

// A worker's household: he asks on his phone, is visited, reviewed, published, filed, helped, paid by the bank and let go;
// the auditor follows the money back to him, and is not told what ails him.

const chromium = process.env.CHROMIUM ?? '';
const ILLNESS = '尿毒症';
const shown = {
  公告栏: '是',
  本节点网页: '是',
  受理部门: '邮城区职工服务中心',
  受理电话: '0514-84612345',
};
/** As the templates that come with the product are headed. */
const headings = ['困难职工建档公示', '困难职工救助公示', '慰问名单公示', '职工疗休养名单公示'];
const people = new Map<string, { visitor: Visitor; page: Page }>();
let visitors: Visitors;
let desks: Desks;
let file = '';
let grant = '';
let lineId = '';

const at = (who: string): Page => {
  const found = people.get(who);
  if (!found) throw new Error(`${who} has not come`);
  return found.page;
};

async function come(user: string): Promise<Page> {
  const visitor = await visitors.come();
  const page = await enterAs(visitor, origin, user);
  people.set(user, { visitor, page });
  return page;
}

async function go(who: string, address: string): Promise<Page> {
  const page = at(who);
  await page.goto(origin + address);
  await drawn(page);
  return page;
}

const state = (page: Page, name: string) => page.locator('.lead').getByText(name).waitFor();

describe.runIf(chromium !== '')('a household in hardship', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    desks = await openCounty();
    visitors = await openBrowser(chromium);
    for (const user of ['clerk', 'chair', 'auditor', 'member']) await come(user);
  });
  afterAll(async () => {
    for (const { visitor } of people.values()) await visitor.leave();
    await visitors?.close();
    await federation.remove();
  });

  test('asked for on a phone, visited by two, agreed to by colleagues, shown in the unit', async () => {
    await linkToRecord(at('member'), origin, worker?.idNumber ?? '');
    await applyByPhone(at('member'), ILLNESS);
    const page = await go('clerk', '/hardship');
    await look(page, 'hardship-list');
    await page.getByText('待入户核查').last().waitFor();
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    file = new URL(page.url()).pathname;
    const why = { 用途: '入户核查', 理由: '入户前核对申报内容' };
    await act(page, '查看家庭情况', why, '查看并记录');
    await page.getByText(ILLNESS).waitFor();
    // (12,000 − 9,000) ÷ 12 ÷ 1 head, held against 940 a month.
    expect(await page.locator('.arithmetic').innerText()).toMatch(
      /12,000\.00.*9,000\.00.*= 250\.00/,
    );
    await look(page, 'hardship-file');
    await page.setViewportSize(desk);
    await page.getByRole('button', { name: '立即遮盖' }).click();
    expect(await words(page)).not.toContain(ILLNESS);
    await act(page, '登记入户核查', { 入户人员: 'clerk', 另一名入户人员: 'finance' });
    await state(page, '待民主评议');
    await act(page, '登记民主评议', { 到会人数: '9', 同意: '8', 反对: '0', 弃权: '1' });
    await act(page, '开始单位公示', shown);
    await state(page, '公示中');
    await look(page, 'hardship-shown');
    await page.setViewportSize(desk);
  });

  test('an objection stops the clock; answered and over, it is reviewed above and filed', async () => {
    const page = await go('clerk', file);
    await page.getByRole('link', { name: '查看公示' }).click();
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '公示内容' }).waitFor();
    const name = await page.locator('tbody td').first().innerText();
    expect(name).toMatch(/^.[*＊]+/);
    const publicPage = `${origin}/public${new URL(page.url()).pathname}`;
    await act(page, '登记异议', { 收到日期: today, 收到时间: '00:01', 内容: '家中有车' });
    await state(page, '停算');
    await act(page, '答复异议', { 内容: '经核查，车辆系租用' });
    await state(page, '公示中');
    await look(page, 'notice');
    await page.setViewportSize(desk);
    await look(await go('clerk', '/notices'), 'notices');
    await page.setViewportSize(desk);
    const online = await fetch(publicPage);
    const text = await online.text();
    expect([online.status, online.headers.get('x-robots-tag')]).toEqual([200, expect.any(String)]);
    expect(text).toContain('深度困难');
    for (const hidden of [ILLNESS, worker?.name ?? '', worker?.idNumber ?? ''])
      expect(text).not.toContain(hidden);
    await letNoticesEnd();
    expect((await fetch(publicPage)).status).toBe(410);
    const chair = await go('chair', file);
    await act(chair, '上级审核通过');
    await state(chair, '待数据比对');
    await fileAtCentre(desks, file);
    await state(await go('clerk', file), '在册');
    await at('clerk').goto(`${origin}/hardship?inspection=NEVER_HELPED`);
    await at('clerk').locator('tbody tr').first().waitFor();
  });

  test('relief is signed by four, shown, and paid when the bank says so', async () => {
    const page = await go('clerk', file);
    await act(page, '提出救助', {
      救助项目: '生活救助',
      资金来源: '本级工会经费',
      '金额（元）': '2000',
      本人银行账号: '6222000000000001234',
      开户行联行号: '105312500018',
    });
    await page.getByRole('link', { name: /生活救助/ }).click();
    await state(page, '待材料审核');
    grant = new URL(page.url()).pathname;
    await signTwice(desks, grant);
    const chair = await go('chair', grant);
    await act(chair, '批准救助', { 文号: '邮工办〔2026〕3号' });
    await state(chair, '待公示');
    await go('clerk', grant);
    await act(page, '开始公示', shown);
    await letNoticesEnd();
    await page.reload();
    await act(page, '提出付款', { 文号: '邮工办〔2026〕3号' });
    await state(page, '付款中');
    await eventually(async () => {
      const { items } = await desks.finance.get<{ items: object[] }>(
        `/payments?unionId=${unionId}`,
      );
      if (items.length === 0) throw new Error('finance has not been asked');
    });
    lineId = await payAtBank(desks, 200_000);
    await eventually(async () => {
      await page.reload();
      await page.locator('.lead').getByText('已付').waitFor({ timeout: 2_000 });
    });
    await act(page, '登记签收回访');
    await look(page, 'relief-grant');
    await page.setViewportSize(desk);
    await page.getByRole('link', { name: '查看付款' }).click();
    await page.getByText('收款明细').waitFor();
    expect(await page.locator('.record-lines li').innerText()).toMatch(/2,000\.00.*已付/s);
    await look(page, 'welfare-payout');
    await page.setViewportSize(desk);
  });

  test('the auditor follows the yuan back to the file, and sees no illness', async () => {
    const page = await go('auditor', `/tracing?union=${unionId}&voucher=2&evidence=${lineId}`);
    const panel = page.getByRole('dialog');
    await panel.getByText('每一步都有证据').waitFor();
    await look(page, 'hardship-evidence', { desk });
    const step = panel.locator('.evidence > li').filter({ hasText: '困难职工档案' });
    await step.getByRole('link', { name: '打开' }).click();
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    const seen = await words(page);
    for (const hidden of [ILLNESS, worker?.name ?? '', worker?.idNumber ?? '', '12,000.00'])
      expect(seen).not.toContain(hidden);
    expect(await page.getByRole('button', { name: '查看家庭情况' }).count()).toBe(0);
    await look(page, 'hardship-audited', { desk });
  });

  test('goods come into stock, go out to a site, and the ledger has both once', async () => {
    const page = await go('clerk', '/campaigns?view=goods');
    await act(page, '物资入库', {
      物资名称: '西瓜',
      计量单位: '箱',
      '单价（元）': '57',
      数量: '100',
      文号: '邮工采〔2026〕2号',
    });
    await go('clerk', '/campaigns');
    await act(page, '开展活动', { 活动: '夏送清凉', 文号: '邮工办〔2026〕6号' });
    await act(page, '登记慰问', {
      慰问站点: '开发区项目部',
      慰问人数: '60',
      高温预警: '橙色',
      物资批次: '西瓜，余 100 箱',
      数量: '40',
    });
    const sum = page.locator('tfoot');
    await sum.getByText('2,280.00').waitFor();
    expect(await sum.locator('td').first().innerText()).toBe('1');
    await look(page, 'campaigns');
    await page.setViewportSize(desk);
    await go('clerk', '/campaigns?view=goods');
    await page.getByRole('button', { name: '西瓜' }).click();
    await page.getByRole('dialog').getByText('出库').waitFor();
    await look(page, 'campaigns-goods', { desk });
  });

  test('it is closed; what was counted is counted again, and English words are English', async () => {
    const page = await go('chair', file);
    await act(page, '注销档案', { 注销原因: '退休', 理由或情况: '达到退休年龄' });
    await state(page, '已注销');
    await page.getByRole('button', { name: 'English' }).click();
    const masked = `${worker?.name[0] ?? ''}*`;
    const names = [
      union.name,
      masked,
      '邮工办〔2026〕3号',
      '邮工办〔2026〕6号',
      ...headings,
      '高邮市总工会',
      '高邮市',
      '中文',
    ];
    for (const address of [file, grant, '/hardship', '/notices', '/campaigns']) {
      await go('chair', address);
      const left = chineseIn(await words(page), names);
      expect({ address, left }).toEqual({ address, left: [] });
    }
    expect(await federation.run('verify', '--nodes', COUNTY)).toMatchObject({ code: 0 });
    expect([...people.values()].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  });
});
