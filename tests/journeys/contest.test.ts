import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFederation } from '../federation.ts';
import { open, openBrowser, phone, words, type Visitors } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import {
  ABOVE,
  act,
  benchOf,
  choose,
  closeAppeals,
  LABOUR,
  NAME,
  openContest,
  payPrize,
  people,
  units,
  verifyAtTerminal,
  year,
  type Contest,
} from './contest-desks.ts';
import { enterAs, linkToRecord } from './members-pages.ts';
import { COUNTY } from './money.ts';
import { look } from './receipts-pages.ts';

// A skills contest from its draft to a certificate that anybody verifies: filed by one, approved by another, entered by
// units, scored by bench numbers on a hall's board, locked, corrected, appealed, published and awarded.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';

let visitors: Visitors;
let contest: Contest;
let clerk: Page;
let chair: Page;
let judge: Page;
let member: Page;
let at = '';
let signed = '';

/** A person as he is typed into the list. */
const line = (n: number, memberNo = '') =>
  [people[n]?.name ?? '', people[n]?.idNumber ?? '', '3', memberNo].join(' ').trim();

async function enrol(unit: number, list: string): Promise<void> {
  const dialog = clerk.locator('dialog[open]');
  await clerk.getByRole('button', { name: '报名', exact: true }).click();
  await choose(dialog, '单位工会', units[unit]?.name ?? '');
  await dialog.getByLabel('选手名单').fill(list);
}

describe.runIf(chromium !== '')('a contest', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    visitors = await openBrowser(chromium);
    const come = async (user: string) => enterAs(await visitors.come(), origin, user);
    [clerk, chair, judge] = [await come('clerk'), await come('chair'), await come('finance')];
    await open(clerk, `${origin}/competitions`);
    await clerk.getByText('还没有竞赛').waitFor();
    await look(clerk, 'contest-none');
    contest = await openContest(origin);
    member = await come('member');
    await linkToRecord(member, origin, people[0]?.idNumber ?? '');
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('one drafts and files it, another approves it, and it is announced', async () => {
    await open(clerk, `${origin}/competitions/new`);
    await clerk.getByLabel('竞赛名称').fill(NAME);
    await clerk.getByLabel('依据文件').fill('邮工发〔2026〕8号');
    await clerk.getByLabel('开始日期').first().fill(`${year}-06-10`);
    await clerk.getByLabel('结束日期').first().fill(`${year}-06-12`);
    await clerk.getByLabel('奖励经费（元）').fill('20,000');
    await clerk.getByLabel('上一级竞赛').selectOption({ label: `市级 · ${ABOVE}` });
    await clerk.getByLabel('工种', { exact: true }).fill('焊工');
    await clerk.getByLabel('名额（人）').fill('3');
    await clerk.getByLabel('模块 1 名称').fill('理论');
    await clerk.getByLabel('模块 2 名称').fill('实操');
    await look(clerk, 'contest-draft');
    await clerk.getByRole('button', { name: '保存草稿' }).click();
    await clerk.getByRole('heading', { level: 1, name: NAME }).waitFor();
    at = clerk.url();
    await clerk.getByRole('link', { name: '看上一级竞赛' }).waitFor();
    await act(clerk, '提交备案');
    await clerk.getByText('由您备案，须由另一人审批。').waitFor();
    expect(await clerk.getByRole('button', { name: '批准立项' }).count()).toBe(0);
    await open(chair, at);
    await look(chair, 'contest-filed');
    await act(chair, '批准立项');
    await open(clerk, at);
    await act(clerk, '公布竞赛');
    await act(clerk, '开放报名');
    await clerk.locator('.way [aria-current]').getByText('报名').waitFor();
    expect(await clerk.locator('.way .way-passed').count()).toBe(4);
  });

  test('units enter their people; a judge of their unit, and whoever comes too late, are told why', async () => {
    await open(clerk, `${at}?view=participants`);
    const dialog = clerk.locator('dialog[open]');
    await enrol(0, [line(0, contest.memberNo), line(1)].join('\n'));
    await look(clerk, 'contest-enrol');
    await dialog.getByRole('button', { name: '报名 2 人' }).click();
    await dialog.waitFor({ state: 'detached' });
    await enrol(1, [line(2), line(3)].join('\n'));
    await dialog.getByRole('button', { name: '报名 2 人' }).click();
    await dialog.getByText('名额已满').waitFor();
    await dialog.getByLabel('选手名单').fill(line(2));
    await dialog.getByRole('button', { name: '报名 1 人' }).click();
    await dialog.waitFor({ state: 'detached' });
    await clerk.getByRole('row').nth(3).waitFor();
    await open(judge, `${at}?view=judging`);
    const accountNo = await judge.locator('.empty code').innerText();
    await open(clerk, `${at}?view=judging`);
    await clerk.getByRole('button', { name: '聘任裁判' }).click();
    await choose(dialog, '裁判所在单位工会', units[0]?.name ?? '');
    await dialog.getByLabel('裁判姓名').fill(people[4]?.name ?? '');
    await dialog.getByLabel('身份证号').fill(people[4]?.idNumber ?? '');
    await dialog.getByLabel('按职务筛选').selectOption('finance');
    await choose(dialog, '评分账号', accountNo, accountNo.length);
    await dialog.getByRole('button', { name: '聘任裁判' }).click();
    await dialog.getByText('裁判与选手同属一个单位，须回避').waitFor();
    await look(clerk, 'contest-judge');
    await choose(dialog, '裁判所在单位工会', units[2]?.name ?? '');
    await dialog.getByRole('button', { name: '聘任裁判' }).click();
    await dialog.waitFor({ state: 'detached' });
    const other = clerk.getByRole('row').filter({ hasText: units[2]?.name ?? '' });
    await other.waitFor();
    expect(await clerk.getByRole('row').count()).toBe(2);
  });

  test('a judge scores bench numbers, and the hall sees each of them without a name', async () => {
    await act(clerk, '截止报名');
    await act(clerk, '抽取加密号');
    await act(clerk, '进入决赛');
    await chair.setViewportSize({ width: 1920, height: 1080 });
    await open(chair, at);
    await chair.getByRole('link', { name: '打开记分牌' }).click();
    await chair.getByText('等待评分').waitFor();
    await open(judge, `${at}?view=judging`);
    for (const [no, score] of ['91.5', '88', '95.25'].entries())
      await judge.getByLabel(`${no + 1} 号的分数`).fill(score);
    await look(judge, 'contest-scores');
    // A network that fails in between, and a page that is opened again: what was typed is still there.
    await judge.reload();
    await judge.getByRole('button', { name: '提交 3 份评分' }).click();
    await judge.getByText('已提交。').waitFor();
    await chair.getByRole('row').filter({ hasText: '28.58' }).waitFor();
    await judge.getByLabel('模块', { exact: true }).selectOption('2');
    for (const [no, score] of ['90', '96', '80'].entries())
      await judge.getByLabel(`${no + 1} 号的分数`).fill(score);
    await judge.getByRole('button', { name: '提交 3 份评分' }).click();
    await chair.getByRole('row').filter({ hasText: '93.60' }).waitFor();
    expect(await chair.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^1\s+2\s+93\.60\s+67\.20$/),
      expect.stringMatching(/^2\s+1\s+90\.45\s+63\.00$/),
      expect.stringMatching(/^3\s+3\s+84\.58\s+56\.00$/),
    ]);
    const seen = (await words(chair)).join(' ');
    expect(people.filter(({ name }) => seen.includes(name))).toEqual([]);
    await look(chair, 'contest-board');
  });

  test('locked, corrected by a signed record, appealed, answered, published, awarded', async () => {
    await open(clerk, at);
    await act(clerk, '锁定评分');
    await open(chair, `${at}?view=judging`);
    await chair.getByLabel('加密号', { exact: true }).fill(String(await benchOf(member)));
    await chair.getByRole('button', { name: /^更正.*实操/ }).click();
    const dialog = chair.locator('dialog[open]');
    await dialog.getByLabel('更正后的分数').fill('98');
    await dialog.getByLabel('更正原因').fill('计分表抄录错误');
    await dialog.getByLabel('更正单编号').fill('裁判更正单第1号');
    await dialog.getByRole('button', { name: '更正', exact: true }).click();
    // Whichever number the member has drawn: with this he is the first.
    await chair.getByText(/\d 号 实操.* → 98\.00/).waitFor();
    await look(chair, 'contest-corrected');
    await open(clerk, at);
    await act(clerk, '开放申诉', (ask) => ask.getByLabel('申诉期（小时）').fill('2'));
    await clerk.getByText(/申诉期至 \d{4}/).waitFor();
    expect(await clerk.getByRole('button', { name: '公布成绩' }).count()).toBe(0);
    await open(clerk, `${at}?view=participants`);
    await look(clerk, 'contest-people');
    await clerk
      .getByRole('button', { name: /^提出申诉/ })
      .first()
      .click();
    await clerk.locator('dialog[open]').getByLabel('申诉理由').fill('实操计时有误');
    await clerk.locator('dialog[open]').getByRole('button', { name: '提出申诉' }).click();
    await open(chair, `${at}?view=results`);
    await act(chair, '答复申诉', (ask) => ask.getByLabel('答复内容').fill('复核录像，计时无误'));
    await chair.getByText('不成立', { exact: true }).waitFor();
    await closeAppeals(federation.config(COUNTY));
    await open(clerk, `${at}?view=results`);
    await act(clerk, '公布成绩');
    await act(clerk, '颁发奖项');
    await clerk.getByText('一等奖').first().waitFor();
    await payPrize(clerk);
  });

  test('a certificate verifies at a terminal, and with one changed character does not', async () => {
    await open(clerk, `${at}?view=results`);
    await clerk
      .getByRole('button', { name: /^看证书/ })
      .first()
      .click();
    const dialog = clerk.locator('dialog[open]');
    await dialog.getByText('签名文本').click();
    const text = (await dialog.locator('.contest-text').innerText()).trim();
    const key = await dialog.locator('.facts code').innerText();
    await look(clerk, 'contest-certificate');
    signed = text;
    const good = await verifyAtTerminal(text, key);
    expect(good).toMatchObject({ code: 0, said: expect.stringContaining('一等奖') });
    const changed = await verifyAtTerminal(text.replace('一等奖', '二等奖'), key);
    expect(changed).toMatchObject({ code: 1, said: expect.stringContaining('核验未通过') });
    await dialog.getByRole('button', { name: '关闭' }).click();
  });

  test('an entrant sees on a phone how he stands; who supervises reads no name', async () => {
    await member.setViewportSize(phone);
    await open(member, `${origin}/my`);
    const mine = member.locator('.section').filter({ hasText: '我的竞赛' });
    await mine.getByText(/我的加密号：\d/).waitFor();
    await mine.getByText(/第 1 名，总分 9\d\.\d\d/).waitFor();
    await mine.getByText(/^获奖证书/).click();
    expect(await mine.locator('.contest-text').innerText()).toBe(signed);
    await mine.scrollIntoViewIfNeeded();
    await look(member, 'contest-mine');
    const supervisor = await enterAs(await visitors.come(), origin, 'supervisor');
    await open(supervisor, `${at}?view=results`);
    await supervisor
      .getByRole('cell', { name: units[0]?.name ?? '' })
      .first()
      .waitFor();
    expect(await supervisor.getByRole('columnheader', { name: '选手' }).count()).toBe(0);
    expect(await supervisor.getByRole('link', { name: '报名' }).count()).toBe(0);
  });

  test('a unit reports what a month has added and is evaluated', async () => {
    await open(clerk, `${origin}/competitions`);
    await look(clerk, 'contest-list');
    expect(await clerk.locator('.contest-figure').allInnerTexts()).toEqual(['2', '0', '1']);
    await clerk.getByRole('link', { name: LABOUR }).click();
    await clerk.getByRole('link', { name: '报名', exact: true }).click();
    await clerk.getByRole('button', { name: /^填报月度进度/ }).click();
    const dialog = clerk.locator('dialog[open]');
    await dialog.getByLabel('完成产值').fill('300');
    await dialog.getByRole('button', { name: '填报月度进度' }).click();
    await clerk.getByText('25.00%').waitFor();
    await clerk.getByRole('button', { name: /^考评/ }).click();
    await dialog.getByLabel('考评得分').fill('91.6');
    await dialog.getByLabel('考评意见').fill('目标任务按序时推进');
    await dialog.getByRole('button', { name: '考评', exact: true }).click();
    await clerk.getByText('考评 91.60 分').waitFor();
    await look(clerk, 'contest-units');
  });

  test('in English nothing Chinese stands but what people wrote, and everything adds up', async () => {
    await open(clerk, `${origin}/competitions`);
    await clerk.getByRole('button', { name: 'English' }).click();
    await clerk.locator('html[lang=en]').waitFor();
    const data = [
      ...units.map(({ name }) => name),
      ...'邮工发〔2026〕8号 高邮市总工会 实操计时有误 焊工 理论 实操 计分表抄录错误'.split(' '),
      ...'扬州市总工会 关于举办职工技能竞赛的通知 裁判更正单第1号 复核录像，计时无误 简体中文'.split(
        ' ',
      ),
      NAME,
      LABOUR,
      ABOVE,
    ];
    for (const address of [
      `${origin}/competitions`,
      at,
      `${at}?view=participants`,
      `${at}?view=judging`,
      `${at}?view=results`,
    ]) {
      await open(clerk, address);
      const left = chineseIn(await words(clerk), data).filter((text) => !text.includes('*'));
      expect({ address, left }).toEqual({ address, left: [] });
    }
    await look(clerk, 'contest-english');
    expect(await federation.demand('verify', '--nodes', COUNTY)).toContain('everything adds up');
  });
});
