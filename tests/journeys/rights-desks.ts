// How a county mediates a dispute and helps a worker by a lawyer, from the application to the end.
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ago, look } from './audit-steps.ts';
import { open } from './browser.ts';
import { act, answer } from './innovation-steps.ts';
import { somePeople } from './work.ts';

const [worker] = somePeople(0, 1);
const who = { 姓名: worker?.name ?? '', 证件号码: worker?.idNumber ?? '' };
const REGION = '321084';

const dispute = {
  ...who,
  争议类型: '拖欠工资',
  诉求内容: '十二名职工被拖欠三个月工资',
  涉及职工人数: '12',
  推举的代表人数: '3',
  知道权利被侵害之日: ago(60),
};
const state = (page: Page, said: string) => page.locator('.lead').getByText(said).waitFor();

async function apply(page: Page, employer: string, said: Record<string, string>): Promise<void> {
  await act(page, '登记调解申请', { ...dispute, 用人单位: employer, ...said });
  await page.getByRole('link', { name: employer }).click();
  await state(page, '待受理');
}

/** A mediator of the roster, an agreement of both, and what was really paid; answers what is known of it then. */
export async function settleDispute(page: Page, origin: string): Promise<string> {
  await open(page, `${origin}/rights?view=professionals`);
  // Welfare hears of the node's own union a moment after it has started.
  await eventually(() => appoint(page, '钱师傅', { 专业: '调解员' }));
  await open(page, `${origin}/rights?view=mediations`);
  await page.getByText('没有调解案件').waitFor();
  await apply(page, '合成服装厂', { 来源: '法院委派', 来源编号: '诉前调〔2026〕35号' });
  await act(page, '受理', { 调解员: '钱师傅' });
  await state(page, '已受理');
  expect(await page.locator('.facts').innerText()).toContain('剩 15 天');
  await act(page, '调查完成');
  await act(page, '开始调解');
  const agreement = { 协议书编号: '邮工调〔2026〕9号', '约定金额（元）': '96000' };
  await act(page, '达成协议', agreement, { files: ['协议书'] });
  await state(page, '已达成协议');
  await act(page, '登记履行', { '挽回金额（元）': '96000' });
  await state(page, '已履行');
  await act(page, '查看姓名', { 查看理由: '通知本人领取协议书' });
  await page.locator('code.whole').getByText(who.姓名).waitFor();
  await look(page, 'rights-mediation');
  return page.locator('.facts').innerText();
}

/** The days are over without an agreement: it is on top of the list, and the worker may go to arbitration. */
export async function failMediation(page: Page, origin: string): Promise<string> {
  await open(page, `${origin}/rights?view=mediations`);
  await apply(page, '合成织造厂', { 申请日期: ago(20) });
  await act(page, '受理', { 日期: ago(17) });
  await state(page, '已受理');
  await open(page, `${origin}/rights?view=mediations`);
  await page.getByText('已超期 2 天').waitFor();
  await look(page, 'rights-mediations');
  await page.getByRole('link', { name: '合成织造厂' }).click();
  await act(page, '调解不成');
  await act(page, '移交仲裁', { 对方编号: '邮劳人仲〔2026〕118号' });
  await state(page, '已移交仲裁');
  return page.locator('.facts').innerText();
}

async function appoint(page: Page, name: string, said: Record<string, string>): Promise<void> {
  await page.reload();
  await act(page, '登记人员', { 姓名: name, ...said });
  await page.getByRole('button', { name }).waitFor({ timeout: 2_000 });
}

/** From the papers by the lawyer to what the worker recovered. */
export async function aidWorker(page: Page, origin: string): Promise<string> {
  await open(page, `${origin}/rights?view=professionals`);
  await appoint(page, '赵律师', { 专业: '律师', 所在机构: '合成律师事务所' });
  await look(page, 'rights-professionals');
  await open(page, `${origin}/rights?view=aids`);
  await page.getByText('没有法律援助案件').waitFor();
  await act(page, '登记援助申请', {
    ...who,
    援助事项: '诉讼代理',
    争议类型: '工伤',
    用人单位: '合成服装厂',
    诉求内容: '工伤待遇被拒付',
    工作地区划代码: REGION,
  });
  await page.locator('tbody').getByRole('link').click();
  await state(page, '待补材料');
  await page.getByRole('button', { name: '补齐材料' }).click();
  for (const paper of await page.locator('dialog[open]').getByRole('checkbox').all())
    await paper.check();
  await answer(page, '补齐材料', {});
  await state(page, '待审查');
  expect(await page.locator('.facts').innerText()).toContain('剩 7 天');
  await act(page, '同意援助');
  await act(page, '指派律师', { 律师: '赵律师 · 合成律师事务所' });
  await act(page, '开始办理', { 办理方式: '诉讼' });
  await act(page, '结案', { 结果: '胜诉', '挽回金额（元）': '120000' });
  await act(page, '登记评价', { 满意度: '5 分 · 非常满意' });
  await state(page, '已评价');
  await look(page, 'rights-legal-aid');
  return page.locator('.facts').innerText();
}
