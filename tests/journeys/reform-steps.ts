// A reform on its screen: who has to do what, what was met about and issued, who leads whom, and what others made of it.
import type { Page } from 'playwright-core';
import { open } from './browser.ts';
import { act, answer } from './innovation-steps.ts';
import { look } from './receipts-pages.ts';

const TITLE = '产业工人队伍建设改革方案';
const AGENCIES = ['合成市人社局', '合成市工信局'];

/** What people wrote here, which stays Chinese in English. */
export const reformWords = [
  TITLE,
  ...AGENCIES,
  '技能等级认定扩面',
  '新增认定 320 人',
  '第一次联席会议',
  '技能人才奖励办法',
  '改革试点单位',
  '共建实训车间',
  '联合技术攻关',
  '合格率提高两个百分点',
  '合成大学评估中心',
  '组织领导',
  '合工发〔2026〕8号',
  '合工发〔2026〕9号',
  '合工办发〔2026〕2号',
  '合成学习平台',
  '数控安全课',
];

async function launch(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '发起工程' }).click();
  const dialog = desk.locator('dialog[open]');
  // Who takes part is asked of a reform only.
  await dialog.getByLabel('类别', { exact: true }).selectOption({ label: '产改方案' });
  await answer(desk, '发起工程', {
    名称: TITLE,
    文号: '合工发〔2026〕8号',
    成员单位: AGENCIES.join('\n'),
    '第 1 项指标': '产改试点（个）',
    '第 1 项目标数': '1',
  });
}

/** `lead` is named a pilot, and leads `firm`. */
export async function goOnReform(desk: Page, origin: string, lead: string, firm: string) {
  await open(desk, `${origin}/reform`);
  await launch(desk);
  await open(desk, `${origin}/reform?view=reforms`);
  await desk.getByText('没有责任事项').waitFor();
  await act(desk, '添加责任事项', { 责任单位: AGENCIES[0] ?? '', 责任事项: '技能等级认定扩面' });
  await act(desk, '办结', { 成果: '新增认定 320 人' }, { files: ['证明材料'] });
  const met = Object.fromEntries(AGENCIES.map((agency) => [agency, 'yes']));
  await act(desk, '登记联席会议', { 名称: '第一次联席会议', ...met });
  await act(desk, '登记政策措施', { 名称: '技能人才奖励办法', 文号: '合工办发〔2026〕2号' });
  const named = { 级别: '县级', 文号: '合工发〔2026〕9号' };
  await act(desk, '确定试点单位', { 工会: lead, 名称: '改革试点单位', ...named });
  await act(desk, '结对', { 结对企业工会: firm, 结对目标: '共建实训车间' });
  await act(desk, '登记活动', { 题目: '联合技术攻关', 参加人次: '36' });
  await desk.getByText('1 次，36 人次').waitFor();
  await act(desk, '结束结对', { 结对成效: '合格率提高两个百分点' });
  const scored = { 评价机构: '合成大学评估中心', 评分项目: '组织领导，100，92.5' };
  await act(desk, '登记评价', scored, { files: ['证明材料'] });
  await desk.getByText('92.50 / 100.00').waitFor();
  await look(desk, 'reform-one');
}

/** Rows of a platform: those that are there come once, and what is wrong is named by its line. */
export async function importLearning(desk: Page, origin: string): Promise<string> {
  await open(desk, `${origin}/reform?view=online`);
  await desk.getByRole('button', { name: '导入学习记录' }).click();
  const dialog = desk.locator('dialog[open]');
  await dialog.getByLabel('学习平台').fill('合成学习平台');
  const rows = [
    'x-1,张三,11010519491231002X,数控安全课,45,2026-03-08',
    'x-2,王五,440524188001010014,数控安全课,30,2026-03-09',
    'x-3,某人,110105194912310021,数控安全课,30,2026-03-09',
  ];
  const buffer = Buffer.from(rows.join('\n'));
  await dialog
    .getByLabel('CSV 文件')
    .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer });
  await dialog.getByText('读到 3 行').waitFor();
  await dialog.getByRole('button', { name: '导入学习记录' }).click();
  await dialog.getByText(/导入 2 条/).waitFor();
  await look(desk, 'reform-imported');
  const said = await dialog.innerText();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await desk.getByRole('row').filter({ hasText: '数控安全课' }).first().waitFor();
  return said;
}
