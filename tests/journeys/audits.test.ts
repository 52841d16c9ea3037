import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  act,
  ago,
  begin,
  findTwice,
  forgotten,
  invoiceTwice,
  look,
  on,
  pictures,
  plan,
  report,
  TITLE,
} from './audit-steps.ts';
import { drawn, openBrowser, words, type Visitor, type Visitors } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { collect, COUNTY } from './money.ts';

// An auditor plans, enters, lets a rule look through the books, makes a finding of a hit and reports; the audited side
// answers; what is late stands first.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const ROUND = '年度经费收支督查';
const SCREENS = {
  inspections: 'Inspections',
  alerts: 'Spending alerts',
  assessments: 'Assessment of audit work',
};
let visitors: Visitors;

async function enterAs(visitor: Visitor, duty: string): Promise<Page> {
  const page = await visitor.tab();
  await page.goto(origin);
  await page.getByRole('link', { name: '进入' }).click();
  await page.getByRole('link', { name: duty }).click();
  await page.locator('main h1').waitFor();
  await page.goto(`${origin}/audits`);
  await drawn(page);
  return page;
}

/** An account that money went through, and no statement of it. */
async function bank(finance: Api): Promise<void> {
  await finance.post('/bank-accounts', {
    unionId: nodeRootUnionId(COUNTY),
    bank: 'bank-1',
    holderName: '高邮市总工会',
    accountNumber: '32050174883600000123',
    bankCode: '105312500018',
  });
}

describe.runIf(chromium !== '')('audits', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    const finance = await openApi(origin, 'finance');
    await collect(finance);
    await invoiceTwice(finance);
    visitors = await openBrowser(chromium);
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('from the plan through a rule and a finding to the report', async () => {
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'auditor');
    await page.getByText('还没有审计项目').waitFor();
    await plan(page);
    await begin(page);
    await findTwice(page);
    await report(page);
    const answering = await enterAs(await visitors.come(), 'finance');
    await answering.getByRole('link', { name: TITLE }).click();
    await act(answering, '反馈意见', async (dialog) => {
      await on(ago(10))(dialog);
      await dialog.getByLabel('反馈意见').fill('无异议，立即整改。');
    });
    await page.reload();
    await act(page, '出具审计报告', async (dialog) => {
      await on(ago(9))(dialog);
      await dialog.getByLabel('审计意见').fill('限期冲销重复凭证。');
    });
    await act(page, '下达审计决定', async (dialog) => {
      await on(ago(5))(dialog);
      await dialog.getByLabel('审计决定文号').fill('邮工经审〔2026〕2号');
    });
    await page.getByText('待提方案').first().waitFor();
    await look(page, 'audit-page');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载审计报告' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^审计报告-2026-03-.*\.pdf$/);
    await file.saveAs(path.join(pictures, 'audit-report.pdf'));
    await page.getByText('已保存').first().waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('what is late stands first on the board, and both sides do what is theirs', async () => {
    await forgotten(await openApi(origin, 'auditor'));
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'finance');
    await page.getByRole('button', { name: /逾期/ }).first().waitFor();
    expect(await page.locator('tbody tr').first().innerText()).toContain('利息收入未入账');
    await look(page, 'audit-board');
    await page.getByRole('button', { name: '利息收入未入账' }).click();
    await act(page, '提交整改方案', (dialog) =>
      dialog.getByLabel('整改方案').fill('补记利息收入，每月核对对账单'),
    );
    await page.locator('.ant-drawer').getByText('方案待认可').first().waitFor();
    await look(page, 'audit-finding');
    const auditor = await enterAs(await visitors.come(), 'auditor');
    await auditor.getByRole('button', { name: '利息收入未入账' }).click();
    await act(auditor, '逾期上报', (dialog) => dialog.getByLabel('说明').fill('逾期二十日'));
    await auditor.locator('.ant-drawer').getByText('已上报').first().waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('a round of inspections: two units, their results, a finding that goes the usual way', async () => {
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'auditor');
    await page.getByRole('link', { name: '经费收支督查' }).click();
    await page.getByText('还没有督查').waitFor();
    await look(page, 'inspections-empty');
    await act(page, '制定督查计划', async (dialog) => {
      await dialog.getByLabel('名称').fill(ROUND);
      await dialog.getByLabel('联合单位').fill('县纪委监委派驻纪检监察组');
      await dialog.getByLabel('审计依据').fill('年度督查计划');
      await dialog.getByLabel('督查单位').fill('总工会');
      await page.locator('.ant-select-item-option').filter({ hasText: '总工会' }).first().click();
      await dialog.getByRole('button', { name: /^移除/ }).waitFor();
    });
    await page.getByRole('link', { name: ROUND }).click();
    await page.getByRole('button', { name: /^登记结果：/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('日期', { exact: true }).fill(ago(3));
    await dialog.getByLabel('组织建设情况').fill('机构健全，会员名册完整');
    await dialog.getByLabel('经费收支结论').selectOption({ label: '基本合格' });
    await dialog.getByLabel('经费收支情况').fill('一笔支出依据不足');
    await dialog.getByRole('button', { name: '登记督查结果', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('已办结').waitFor();
    await page.getByRole('button', { name: /^登记问题：/ }).click();
    const finding = page.locator('dialog[open]');
    await finding.getByLabel('问题类别').selectOption({ label: '凭证不完整' });
    await finding.getByLabel('名称').fill('慰问支出缺审批单');
    await finding.getByLabel('违反规定').fill('《工会会计制度》第十条');
    await finding.getByLabel('产生原因').fill('审批单未归档');
    await finding.getByLabel('责任岗位').fill('会计岗');
    await finding.getByLabel('整改建议').fill('补齐审批单');
    await finding.getByRole('button', { name: '登记问题', exact: true }).click();
    await finding.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '慰问支出缺审批单' }).click();
    await act(page, '通知整改', on(ago(2)), page.locator('.ant-drawer'));
    await page.locator('.ant-drawer').getByText('待提方案').first().waitFor();
    await page.getByRole('button', { name: '关闭' }).last().click();
    await page.locator('tbody').first().getByText('整改中').waitFor();
    await look(page, 'inspection-round');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('an audit of one fund by guests says so, and draws from nothing else', async () => {
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'auditor');
    await act(page, '制定审计计划', async (dialog) => {
      await dialog.getByLabel('被审计单位').fill('总工会');
      await page.locator('.ant-select-item-option').filter({ hasText: '总工会' }).first().click();
      await dialog.getByLabel('审计类型').selectOption({ label: '专项审计' });
      await dialog.getByLabel('名称').fill('送温暖资金专项审计');
      await dialog.getByLabel('期间自').fill('2026-01');
      await dialog.getByLabel('期间至').fill('2026-03');
      await dialog.getByLabel('审计依据').fill('交叉审计方案');
      await dialog.getByLabel('审计人员账号').fill('auditor，auditor-2');
      await dialog.getByLabel('审计范围').selectOption({ label: '专项资金' });
      await dialog.getByLabel('项目、资金或来源代码').fill('SWN2026');
      await dialog.getByLabel('审计方行政区划代码').fill('321023');
      await dialog.getByLabel('交叉审计方工会').fill('宝应县总工会');
      await dialog.screenshot({ path: path.join(pictures, 'audit-plan.png') });
    });
    await page.getByRole('link', { name: '送温暖资金专项审计' }).click();
    await page.getByText('宝应县总工会 321023').waitFor();
    await page.getByText('专项资金 SWN2026').waitFor();
    await begin(page);
    await page.getByRole('button', { name: '审计抽样' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('样本量').fill('2');
    await dialog.getByRole('button', { name: '审计抽样', exact: true }).click();
    await dialog.getByText('没有可抽取').waitFor();
    expect(visitor.complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await visitor.leave();
  });

  test('what money that is being spent should be looked at, from the workbench to its source', async () => {
    const finance = await openApi(origin, 'finance');
    await bank(finance);
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'finance');
    await page.goto(`${origin}/work`);
    await page
      .getByRole('link', { name: /支出预警/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '支出预警' }).waitFor();
    await page.getByRole('heading', { name: /上月银行未对账/ }).waitFor();
    await look(page, 'alerts');
    await page.getByRole('link', { name: 'bank-1' }).first().click();
    await page.getByRole('heading', { level: 1, name: '银行对账' }).waitFor();
    expect(page.url()).toContain('bank=bank-1');
    await page.getByText('的对账单还没有导入').waitFor();
    // That there is none is what the alert is about: the page says so, and the browser calls it an error.
    expect(visitor.complaints).toEqual([
      expect.stringMatching(/404 .*\/api\/v1\/bank-reconciliation\?/),
    ]);
    await visitor.leave();
  });

  test('a year is assessed with evidence by one, and reviewed by another', async () => {
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'auditor');
    await page.getByRole('link', { name: '经审工作考核' }).click();
    await page.getByText('还没有考核标准').waitFor();
    await act(page, '发布考核标准', async (dialog) => {
      await dialog.getByLabel('名称').fill('经审工作规范化考核标准');
      await dialog.getByLabel('文号').fill('邮工审〔2026〕1号');
      await dialog.getByLabel(/^项目/).fill('审计计划按期完成 10\n问题整改到位 5');
    });
    await page.getByRole('link', { name: '自评' }).click();
    const first = page.getByRole('group', { name: '审计计划按期完成' });
    await first.getByLabel('自评分').fill('9');
    await page.getByRole('button', { name: '提交自评' }).click();
    await page.getByText('自评得分的项目须附证明').waitFor();
    await first.getByLabel('关联审计项目').selectOption({ label: '上年度决算审查' });
    await first.getByLabel('说明').fill('三项全部按期完成');
    await look(page, 'assessment-claims');
    await page.getByRole('button', { name: '提交自评' }).click();
    await page.getByText('待复核').waitFor();
    const chair = await enterAs(await visitors.come(), 'chair');
    await chair.goto(page.url());
    const score = chair.getByRole('group', { name: '审计计划按期完成' });
    await score.getByLabel('复核分').fill('8');
    await score.getByLabel('理由').fill('一项逾期');
    await look(chair, 'assessment-review');
    await chair.getByRole('button', { name: '提交复核' }).click();
    await chair.getByText('8 / 15').waitFor();
    await look(chair, 'assessment');
    await page.goto(`${origin}/assessments`);
    await page.getByText('已复核').waitFor();
    await look(page, 'assessments');
    expect(visitor.complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await visitor.leave();
  });

  test('in English only what people wrote is Chinese', async () => {
    const visitor = await visitors.come();
    const page = await enterAs(visitor, 'auditor');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audits' }).waitFor();
    const written = [TITLE, '上年度决算审查', '利息收入未入账', '重复单据', '慰问支出缺审批单'];
    written.push('送温暖资金专项审计', ROUND, '县纪委监委派驻纪检监察组');
    const names = ['总工会', '高邮市', '中文', ...written];
    expect(chineseIn(await words(page), names)).toEqual([]);
    await look(page, 'audit-board-en');
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByText('Rule scans').waitFor();
    await look(page, 'audit-page-en');
    for (const [at, title] of Object.entries(SCREENS)) {
      await page.goto(`${origin}/${at}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await drawn(page);
      const said = ['经审工作规范化考核标准', '邮工审〔2026〕1号', ...names];
      expect(chineseIn(await words(page), said)).toEqual([]);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
