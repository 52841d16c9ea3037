import { eventually } from '@gonglian/testing/eventually.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { open, openBrowser, phone, type Visitors } from './browser.ts';
import { changeOne } from './contest-desks.ts';
import { namesAt } from './console-pages.ts';
import {
  act,
  answer,
  applyOwn,
  checkStudy,
  degree,
  dropRefused,
  followLate,
  launchProgramme,
  nameStudio,
  openMoney,
  team,
} from './innovation-steps.ts';
import { innovationWords } from './innovation-words.ts';
import { enterAs, inEnglish, linkToRecord } from './members-pages.ts';
import { COUNTY } from './money.ts';
import { look } from './receipts-pages.ts';
import { goOnReform, importLearning, reformWords } from './reform-steps.ts';
import { openClerk, somePeople } from './work.ts';

// A member sees a danger and has an idea; both are answered. A studio is named, a class is held, a lecture is given,
// and a programme counts what was done.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const [person] = somePeople(0, 1);
let visitors: Visitors;
let member: Page;
let desk: Page;
let works = '';
let firm = '';

async function openOne(view: string, name: string): Promise<Locator> {
  await open(desk, `${origin}${view}`);
  await desk.getByRole('button', { name, exact: true }).click();
  const panel = desk.locator('.panel-body');
  await panel.waitFor();
  return panel;
}

describe.runIf(chromium !== '')('innovation', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    const clerk = await openClerk(origin, COUNTY);
    const union = await clerk.enrolUnion();
    works = union.name;
    firm = (await clerk.enrolUnion()).name;
    await eventually(() => clerk.join(union, 1));
    await openMoney(origin);
    visitors = await openBrowser(chromium);
    member = await enterAs(await visitors.come(), origin, 'member');
    desk = await enterAs(await visitors.come(), origin, 'clerk');
    await eventually(() => linkToRecord(member, origin, person?.idNumber ?? ''));
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a member reports a hazard and an idea by phone', async () => {
    await member.setViewportSize(phone);
    await open(member, `${origin}/my`);
    const danger = { 地点: '三号车间配电箱', 隐患情况: '电线外露，离过道不到一米' };
    await act(member, '报告隐患', danger, { files: ['照片'], picture: 'innovation-report' });
    await member.setViewportSize(phone);
    const idea = { 名称: '改进换刀顺序', 内容: '先粗后精，每件少装夹两次' };
    await act(member, '提建议', idea);
    await member.getByText('改进换刀顺序').waitFor();
    const said = await member.locator('main').innerText();
    for (const word of ['三号车间配电箱', '待转办', '待答复']) expect(said).toContain(word);
    await applyOwn(member);
  });

  test('the hazard is forwarded, gone and awarded; the member reads it', async () => {
    const panel = await openOne('/innovation?view=hazards', '三号车间配电箱');
    await panel.getByText('会员本人').waitFor();
    await act(desk, '转单位处理');
    await panel.getByText('处理期限').waitFor();
    await look(desk, 'innovation-hazard');
    const outcome = { 处理结果: '已更换护套并加装围挡' };
    await act(desk, '隐患已消除', outcome, { files: ['证明材料'] });
    await act(desk, '给予奖励', { '奖励金额（元）': '200', 奖励文号: '合工奖〔2026〕4号' });
    await panel.getByText('200.00').waitFor();
    await act(desk, '提出付款', {
      文号: '合工奖〔2026〕4号',
      收款人: '王伟',
      收款账号: '6222021234567890123',
      收款行联行号: '105312500018',
    });
    // Finance takes it in its own time.
    await eventually(async () => {
      const paid = await openOne('/innovation?view=hazards', '三号车间配电箱');
      await paid.getByText('付款办理中').waitFor({ timeout: 1_000 });
    });
    await open(member, `${origin}/my`);
    await member.getByText('奖励 200.00 元').waitFor();
    const said = await member.locator('main').innerText();
    expect(said).toContain('处理结果：已更换护套并加装围挡');
  });

  test('the idea is late, then adopted, brings something, and is rewarded', async () => {
    const due = `update competitions.suggestion set due_on = submitted_on - 1`;
    await changeOne(federation.config(COUNTY), due);
    await followLate(desk, origin);
    const panel = await openOne('/innovation', '改进换刀顺序');
    await act(desk, '采纳', { 答复: '列入三季度工艺改进计划' });
    const benefit = { '效益（元）': '18,600.00' };
    await act(desk, '登记效益', benefit, { files: ['证明材料'] });
    await panel.getByText('18,600.00').waitFor();
    await act(desk, '给予奖励', { '奖励金额（元）': '500', 奖励文号: '合工奖〔2026〕5号' });
    await panel.getByText('500.00', { exact: true }).waitFor();
    await open(member, `${origin}/my`);
    await look(member, 'innovation-my');
    const said = await member.locator('main').innerText();
    expect(said).toContain('答复：列入三季度工艺改进计划');
    await open(desk, `${origin}/innovation`);
    await look(desk, 'innovation-suggestions');
  });

  test('a studio comes from its application to a name', async () => {
    await open(desk, `${origin}/innovation?view=studios`);
    await desk.getByText('没有创新工作室').waitFor();
    const said = {
      工作室名称: '李小明劳模创新工作室',
      带头人姓名: '李小明',
      证件号码: '32108419000101001X',
      带头人荣誉: '市级劳模',
      荣誉文号: '合政发〔2018〕18号',
      活动场所: '二号楼 305 室',
      '经费预算（元）': '60,000',
      成员: team,
      申报日期: '2020-03-02',
    };
    await act(desk, '申报工作室', said, { files: ['荣誉证书'] });
    await desk.getByRole('link', { name: '李小明劳模创新工作室' }).click();
    await nameStudio(origin);
    await desk.reload();
    await act(desk, '命名', { 级别: '县级', 文号: '合工发〔2020〕31号' });
    await desk.getByText('已命名', { exact: true }).waitFor();
    await look(desk, 'innovation-studio');
    await open(desk, `${origin}/innovation?view=studios`);
    await act(desk, '成立联盟', { 联盟名称: '装备制造联盟', 文号: '合工发〔2020〕40号' });
    await desk.getByRole('button', { name: '装备制造联盟' }).click();
    await act(desk, '加入工作室');
    await desk.locator('.panel-body').getByRole('link', { name: '李小明' }).waitFor();
    await desk.getByRole('button', { name: '关闭' }).last().click();
    expect(await desk.locator('.record-counts').innerText()).toContain('县级 1 家');
    await look(desk, 'innovation-studios');
  });

  test('a result is declared and honoured; a challenge is taken', async () => {
    await open(desk, `${origin}/innovation?view=results`);
    const result = {
      成果名称: '快换刀架',
      完成人: '张三,11010519491231002X',
      实施前: '换刀 90 秒',
      实施后: '换刀 35 秒',
      '效益（元）': '86,000',
    };
    await act(desk, '登记成果', result, { files: ['证明材料'] });
    await openOne('/innovation?view=results', '快换刀架');
    await act(desk, '申报奖项', { 申报级别: '县级' });
    await act(desk, '评审打分', { 得分: '92.5' });
    await act(desk, '确定获奖', { 奖项: '一等奖', 奖励文号: '合工发〔2026〕9号' });
    await desk.locator('.panel-body').getByText('92.50').waitFor();
    await open(desk, `${origin}/innovation?view=challenges`);
    const challenge = {
      榜单名称: '薄壁件变形',
      内容: '变形量降到 0.02 毫米',
      '奖励金额（元）': '20000',
    };
    await act(desk, '发布榜单', { ...challenge, 截止日期: '2027-12-31' });
    await desk.getByRole('button', { name: '薄壁件变形' }).click();
    await act(desk, '揭榜', { 揭榜单位: works, 揭榜团队: '李小明劳模创新工作室' });
    expect(await desk.locator('.panel-body').innerText()).toContain('李小明劳模创新工作室');
  });

  test('a night school, a lecture, a pair and the safety cup', async () => {
    await open(desk, `${origin}/learning`);
    await act(desk, '开设班次', {
      班次类别: '职工夜校',
      名称: '数控编程夜校',
      地点: '职工之家',
      授课单位或团队: '示范技师学院',
      开班日期: '2026-04-01',
      结束日期: '2026-05-31',
    });
    await desk.getByRole('button', { name: '数控编程夜校' }).click();
    await act(desk, '登记学员', { 学员: team });
    await desk.locator('.panel-body').getByText('张*').waitFor();
    await open(desk, `${origin}/learning?view=lectures`);
    const lecturer = { 姓名: '李小明', 证件号码: '32108419000101001X', 讲授专题: '数控加工' };
    await act(desk, '聘请讲师', { ...lecturer, 聘请日期: '2026-01-12' });
    const lecture = { 系列: '义工教授讲堂', 题目: '薄壁件加工', 地点: '职工之家' };
    await act(desk, '登记宣讲', { ...lecture, 举办日期: '2026-03-18', 到场人数: '86' });
    await desk.getByRole('cell', { name: '86' }).waitFor();
    await look(desk, 'learning-lectures');
    await open(desk, `${origin}/learning?view=apprenticeships`);
    await act(desk, '签订师徒协议', {
      师傅姓名: '李小明',
      师傅证件号码: '32108419000101001X',
      徒弟姓名: '张三',
      徒弟证件号码: '11010519491231002X',
      工种: '数控车工',
      培养目标: '晋升一级',
      签约时技能等级: '高级工',
      签订日期: '2026-01-15',
      结束日期: '2026-12-31',
    });
    await desk.getByText('李*明 带 张*').waitFor();
    await open(desk, `${origin}/learning?view=cup`);
    await act(desk, '报名参赛', { 职工人数: '320' });
    await desk.locator('tbody button').first().click();
    await act(desk, '登记活动', { 活动类别: '应急演练', 参加人次: '120', 说明: '消防疏散' });
    await act(desk, '考核评定', { 得分: '95', 评定结果: '优胜' });
    await desk.locator('.panel-body').getByText('95.00').waitFor();
    expect(await desk.locator('.panel-body').innerText()).toContain('1 次，120 人次');
    await look(desk, 'learning-cup');
  });

  test('a programme is launched; a base and a service are counted towards it', async () => {
    await launchProgramme(desk, origin);
    const panel = await openOne('/reform', '“双百千万”竞赛工程');
    await panel.getByText('已达到 100%').waitFor();
    await panel.getByText('未达到 50%').waitFor();
    await look(desk, 'reform-programme');
    await panel.getByRole('link', { name: '助企技术服务（次）：已完成 1' }).click();
    await desk.getByRole('button', { name: '合成织造厂' }).waitFor();
    expect(await desk.locator('tbody').innerText()).toContain('织机断纬率高');
  });

  test('a reform has its duties, meetings and pilots; a pilot leads a firm; others evaluate it', async () => {
    await goOnReform(desk, origin, works, firm);
    const said = await desk.locator('main').innerText();
    for (const word of ['新增认定 320 人', `${works} 带 ${firm}`, '已结束', '合成大学评估中心'])
      expect(said).toContain(word);
    const imported = await importLearning(desk, origin);
    expect(imported).toMatch(/有错 1 条[^]*第 3 行/);
  });

  test('three persons help a worker with a degree; what finance does not take is dropped', async () => {
    await open(desk, `${origin}/learning?view=studies`);
    await act(desk, '申请补助', degree(works), { files: ['证明材料'], picture: 'learning-apply' });
    await desk.getByRole('button', { name: '周*岚' }).click();
    await checkStudy(origin);
    await desk.reload();
    await act(desk, '复核通过');
    const chair = await enterAs(await visitors.come(), origin, 'chair');
    await open(chair, desk.url());
    await act(chair, '审批通过');
    const panel = desk.locator('.panel-body');
    await desk.reload();
    // 2,000 yuan at the most: 40, 30 and 30 per cent.
    const county = panel.getByRole('listitem').filter({ hasText: /^县级 600\.00/ });
    await county.getByRole('button', { name: '提出付款' }).click();
    const account = { 收款账号: '6222021234567890123', 收款行联行号: '105312500018' };
    await answer(desk, '提出付款', { 文号: '合工学〔2026〕3号', ...account });
    await look(desk, 'learning-study');
    await county.getByRole('link', { name: '查看付款' }).click();
    await dropRefused(desk);
    expect(await desk.getByRole('button', { name: '重新提出' }).count()).toBe(0);
  });

  test('in English only what people wrote is Chinese, and all of it adds up', async () => {
    await open(desk, `${origin}/learning`);
    const api = await openApi(origin);
    const people = await namesAt(api);
    const names = [...innovationWords, ...reformWords, ...people];
    const views = ['', 'hazards', 'studios', 'results', 'challenges', 'payouts'];
    const learning = ['', 'lectures', 'apprenticeships', 'studies', 'cup'];
    const reform = ['', 'reforms', 'designations', 'supports', 'online'];
    await inEnglish(
      desk,
      origin,
      [
        ...views.map((view) => `/innovation?view=${view}`),
        ...learning.map((view) => `/learning?view=${view}`),
        ...reform.map((view) => `/reform?view=${view}`),
      ],
      names,
    );
    expect(await federation.demand('verify', '--nodes', COUNTY)).toContain('everything adds up');
  });
});
