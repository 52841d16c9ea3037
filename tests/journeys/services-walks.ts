// A batch that recuperates, a job fair and a training, as a desk presses them through.
import type { Page } from 'playwright-core';
import { act } from './innovation-steps.ts';
import { look } from './receipts-pages.ts';
import { follow, reached, type Desks } from './services-desks.ts';
import { day, works } from './services-steps.ts';

const FIRM = '91321084MA0000015M';

/** A base, a route to it and what it counts itself. */
export async function openRecuperation({ go }: Desks): Promise<void> {
  const clerk = await go('clerk', '/recuperation?view=bases');
  await act(clerk, '命名基地', {
    基地名称: '高邮湖疗养院',
    命名级别: '县级',
    地址: '湖滨路 1 号',
    床位: '60',
    命名日期: day(-200),
    有效期至: day(900),
    文号: '示工发〔2026〕1号',
  });
  const route = { 线路名称: '湖上线', 天数: '3', 高邮湖疗养院: 'yes', 发布日期: day(-100) };
  await act(clerk, '发布线路', { ...route, 文号: '示工发〔2026〕2号' });
  await clerk.getByRole('button', { name: '高邮湖疗养院' }).click();
  const guests = { 来源地区划代码: '340000', 接待人数: '120', '收入（元）': '24000' };
  await act(clerk, '登记接待', guests);
  await clerk.locator('.ant-drawer').getByRole('cell', { name: '340000' }).waitFor();
  await look(clerk, 'services-base');
}

/** Quota, people, publicity, approval by another, groups, travel, money; what its state is in the end. */
export async function recuperate({ go }: Desks): Promise<string> {
  const clerk = await go('clerk', '/recuperation');
  await act(
    clerk,
    '下达名额',
    {
      批次名称: '一线职工疗休养',
      最早出发: day(0),
      最晚返回: day(10),
      天数: '1',
      '每人每天标准（元）': '400',
      名额文号: '职代会〔2026〕1号',
      日期: day(-40),
      添加单位: works.name,
      [`${works.name} 人数`]: '1',
    },
    { picture: 'services-quota-form' },
  );
  const batch = await follow(clerk, '一线职工疗休养');
  await act(clerk, '推荐人选', { 人选: '张三,11010519491231002X', 推荐日期: day(-35) });
  const second = { 人员类别: '临近退休', 人选: '赵国强,329999199003072013' };
  await act(clerk, '推荐人选', { ...second, 推荐日期: day(-34) });
  const office = { 受理部门: '保障工作部', 受理电话: '12351' };
  await act(clerk, '公示名单', { 发布日期: day(-30), 公告栏: 'yes', ...office });
  await reached(clerk, '公示中');
  const chair = await go('chair', batch);
  await act(chair, '批准名单', { 批准日期: day(-1), 文号: '示工发〔2026〕9号' });
  await reached(chair, '已批准');
  return travel(await go('clerk', batch));
}

async function travel(page: Page): Promise<string> {
  const contracts = { 保险单号: 'BX-1', 承办合同号: 'HT-1' };
  await act(page, '分组', { 各组: `第一组,${day(0)},20`, 预约截止: day(0), ...contracts });
  await act(page, '代为选组');
  await page.getByRole('cell', { name: '第一组' }).first().waitFor();
  await look(page, 'services-batch');
  await act(page, '登记返回', {}, { files: ['签到表'] });
  const money = { '单位福利费（元）': '300', '工会经费（元）': '100' };
  await act(page, '结算', { 发票号: 'FP-1', ...money }, { files: ['发票'] });
  await page.locator('.page-head').getByRole('button', { name: '总结' }).waitFor();
  await act(page, '总结', { 满意人数: '1', 反馈: '安排妥当' });
  return reached(page, '已办结');
}

/** Employers, a post that at first refuses people, and somebody who is placed; what its state is in the end. */
export async function holdFair({ go }: Desks): Promise<string> {
  const page = await go('clerk', '/employment');
  const period = { 开始日期: day(-40), 结束日期: day(0) };
  await act(page, '安排招聘会', { 招聘会名称: '春风行动招聘会', 地点: '文化宫', ...period });
  await follow(page, '春风行动招聘会');
  await act(page, '公布', { 日期: day(-39) });
  await act(page, '开始登记', { 日期: day(-38) });
  const employer = { 统一社会信用代码: FIRM, 用人单位: '恒泰机械有限公司' };
  await act(page, '登记用人单位', employer, { files: ['营业执照'] });
  const post = { 岗位名称: '焊工', 招聘人数: '6', 工作地点: '开发区' };
  const wage = { '月薪下限（元）': '5000', '月薪上限（元）': '8000' };
  await page.getByRole('button', { name: '登记岗位', exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('岗位要求').fill('限 男性');
  for (const [field, value] of Object.entries({ ...post, ...wage }))
    await dialog.getByLabel(field, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: '登记岗位' }).click();
  await dialog.getByRole('alert').getByText('就业促进法第二十七条').waitFor();
  await dialog.getByLabel('岗位要求').fill('持焊工证');
  await dialog.getByRole('button', { name: '登记岗位' }).click();
  await dialog.waitFor({ state: 'detached' });
  await act(page, '登记举办', { 到场人数: '240', '焊工 · 恒泰机械有限公司 人数': '9' });
  const person = { 姓名: '赵国强', 证件号码: '329999199003072013', 就业日期: day(-35) };
  await act(page, '登记就业', person);
  await act(page, '总结', { 报告日期: day(0), 总结: '达成意向九人' });
  const state = await reached(page, '已办结');
  await look(page, 'services-fair');
  return state;
}

/** A training, who found work by it, and a firm that begins. */
export async function train({ go }: Desks): Promise<void> {
  const page = await go('clerk', '/employment?view=trainings');
  const period = { 开始日期: day(-20), 结束日期: day(-2) };
  await act(page, '开办培训', { 培训名称: '电工班', ...period });
  await page.getByRole('button', { name: '电工班' }).click();
  await act(page, '登记结业', { 结业日期: day(-1), 结业人数: '20' });
  const person = { 姓名: '周晓岚', 证件号码: '32999919851120302X', 就业日期: day(0) };
  await act(page, '登记就业', person);
  await page.locator('.ant-drawer').getByText('1 (5.0%)').waitFor();
  await go('clerk', '/employment?view=startups');
  const loan = { 创业项目: '修车铺', 贷款银行: '农商行', '贷款金额（元）': '100000' };
  await act(page, '登记创业扶持', {
    ...loan,
    '贴息金额（元）': '3500',
    文号: '示工发〔2026〕8号',
  });
  await page.getByRole('rowheader', { name: '修车铺' }).waitFor();
}
