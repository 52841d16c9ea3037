import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFederation } from '../federation.ts';
import { act, look, pictures } from './audit-steps.ts';
import { open, openBrowser, words, type Visitors } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import {
  CITY,
  DAYS,
  modelWorker,
  namesIn,
  nominate,
  nominee,
  openDesks,
  others,
  sixth,
  show,
  submit,
  written,
  type Desks,
} from './honours-desks.ts';
import { askBonus, careBeside, payAllowance, refusedThere } from './honours-care.ts';
import { enterAs, linkToRecord } from './members-pages.ts';

// A city opens a round, hands down its places, checks the slate; a medal goes through two reviews and three publicities
// to a certificate that is verified offline, and is revoked.

const federation = await openFederation();
const origin = federation.origin(CITY);
const chromium = process.env.CHROMIUM ?? '';
const TITLE = '2026年五一劳动奖评选';
const MEDAL = '市五一劳动奖章';
const DECISION = '扬工〔2026〕12号';

let visitors: Visitors;
let desks: Desks;
let clerk: Page;
let chair: Page;
let round = '';
let certificate = '';

const on =
  (day: string, more: (dialog: Locator) => Promise<unknown> = async () => undefined) =>
  async (dialog: Locator) => {
    await dialog.getByLabel('办理日期').fill(day);
    await more(dialog);
  };
const shownAt = (channel: string) => (dialog: Locator) =>
  dialog.getByLabel('公示方式').fill(channel);
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const state = (page: Page, said: string) => page.locator('.lead').getByText(said).waitFor();

/** Chooses in the list that opens below a field of unions. */
async function choose(page: Page, dialog: Locator, label: string, name: string): Promise<void> {
  await dialog.getByLabel(label).fill(name);
  await page.locator('.option-union').filter({ hasText: name }).first().click();
}

describe.runIf(chromium !== '')('honours', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', '--nodes', CITY);
    visitors = await openBrowser(chromium);
    const come = async (user: string) => enterAs(await visitors.come(), origin, user);
    [desks, clerk, chair] = await Promise.all([openDesks(origin), come('clerk'), come('chair')]);
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a round is opened, and its places are handed down', async () => {
    await open(clerk, `${origin}/honours`);
    await clerk.getByText('还没有评选推荐').waitFor();
    await act(clerk, '开展评选推荐', async (dialog) => {
      await dialog.getByLabel('名称').fill(TITLE);
      await dialog.getByLabel('通知文号').fill('扬工〔2026〕5号');
      await dialog.getByLabel('开始日期').fill(DAYS.opened);
      await dialog.getByLabel(`${MEDAL}的名额`).fill('6');
      await dialog.getByLabel(`${MEDAL}的单列名额`).fill('1');
      await look(clerk, 'honours-open');
    });
    await clerk.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    round = new URL(clerk.url()).pathname.split('/').at(-1) ?? '';
    const [first] = desks.unions;
    const giving = clerk.getByRole('button', { name: /^分配名额：/ }).first();
    await giving.click();
    const dialog = clerk.locator('dialog[open]');
    await choose(clerk, dialog, '分配给', first.name);
    await dialog.getByLabel('名额', { exact: true }).fill('7');
    await dialog.getByRole('button', { name: '分配名额' }).click();
    await dialog.getByText('分配的名额超过剩余名额').waitFor();
    await dialog.getByLabel('名额', { exact: true }).fill('5');
    await dialog.getByRole('button', { name: '分配名额' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = rowOf(clerk, first.name);
    await row.waitFor();
    expect(await row.locator('.figure').allInnerTexts()).toEqual(['5', '0', '0', '0', '5']);
  });

  test('what a share reaches leads to whom it counts; the sixth for five places is refused kindly', async () => {
    for (let n = 1; n <= 4; n += 1)
      await submit(desks, await show(desks, await nominate(desks, round, n, ['MIGRANT_WORKER'])));
    await show(desks, await nominate(desks, round, 0, ['WOMAN']));
    await open(clerk, `${origin}/honours/${round}`);
    await clerk.getByText('有 1 项要求尚不符合，名单暂不能提交。').waitFor();
    await look(clerk, 'honours-round');
    await clerk.getByRole('button', { name: '查看：农民工，4 个' }).click();
    await clerk.getByText('只显示：农民工 · 不含单列名额').waitFor();
    const people = clerk.locator('#nominations tbody tr');
    await expect.poll(() => people.count()).toBe(4);
    // A list shows nobody's whole name.
    const said = await people.allInnerTexts();
    expect(others.filter((name) => said.some((text) => text.includes(name)))).toEqual([]);
    await clerk.getByRole('button', { name: '全部显示' }).click();
    await clerk.getByRole('link', { name: '单位公示' }).waitFor({ state: 'detached' });
    await clerk.getByLabel('所处环节').selectOption({ label: '单位公示' });
    await expect.poll(() => people.count()).toBe(1);
    await people.getByRole('link').click();
    await clerk.getByText('单位公示已于 2026-03-09 期满').waitFor();
    await act(clerk, '申报', on(DAYS.submitted));
    await state(clerk, '已申报');
    // The sixth, from its first word to the refusal.
    await open(clerk, `${origin}/honours/${round}`);
    await clerk.getByText('现有名单符合全部要求。').waitFor();
    await clerk.getByRole('button', { name: '推荐', exact: true }).click();
    const dialog = clerk.locator('dialog[open]');
    await choose(clerk, dialog, '推荐工会', desks.unions[0].name);
    await dialog.getByLabel('姓名').fill('周大勇');
    await dialog.getByLabel('公民身份号码').fill(sixth.idNumber);
    await dialog.getByLabel('产业工人').check();
    await dialog.getByLabel('主要事迹').fill('坚守一线二十年，无一次质量事故。');
    await dialog.screenshot({ path: path.join(pictures, 'honours-nominate.png') });
    await dialog.getByRole('button', { name: '保存推荐' }).click();
    await clerk.getByRole('heading', { level: 1, name: '周*勇' }).waitFor();
    await act(clerk, '登记职代会讨论结果', async (votes) => {
      await on(DAYS.congress)(votes);
      await votes.getByLabel('职代会到会人数').fill('90');
      await votes.getByLabel('同意人数').fill('60');
      await votes.getByLabel('本人同意日期').fill(DAYS.opened);
    });
    await act(clerk, '开始单位公示', on(DAYS.congress, shownAt('厂务公开栏')));
    await clerk.getByRole('button', { name: '申报', exact: true }).click();
    await dialog.getByLabel('办理日期').fill(DAYS.submitted);
    await dialog.getByRole('button', { name: '申报', exact: true }).click();
    await dialog.getByText('推荐名额已用完').waitFor();
    await look(clerk, 'honours-sixth');
    await clerk.keyboard.press('Escape');
    await act(clerk, '撤回推荐', async (why) => {
      await on(DAYS.submitted)(why);
      await why.getByLabel('原因').fill('名额已满');
    });
    await state(clerk, '已撤回');
  });

  test('two reviews and three publicities lead to a decision', async () => {
    await open(clerk, `${origin}/honours/${round}`);
    await act(clerk, '提交推荐名单', (dialog) =>
      dialog.getByLabel('提交日期').fill(DAYS.submitted),
    );
    await clerk.getByText('名单已于 2026-03-10 提交').waitFor();
    await clerk.getByLabel('所处环节').selectOption({ label: '已申报' });
    const masked = `${nominee.name.slice(0, 1)}*`;
    await clerk.locator('#nominations tbody th a').filter({ hasText: masked }).last().click();
    await state(clerk, '已申报');
    await act(clerk, '征求部门意见', async (dialog) => {
      await on(DAYS.submitted)(dialog);
      await dialog.getByLabel('税务').check();
      await dialog.getByLabel('纪检监察').check();
    });
    // Who was asked is waited for.
    await clerk.getByText('2 个部门未回复').waitFor();
    expect(await clerk.getByRole('button', { name: '初审', exact: true }).count()).toBe(0);
    for (const [body, left] of [
      ['税务', '1 个部门未回复'],
      ['纪检监察', '初审'],
    ] as const) {
      await clerk.getByRole('button', { name: `登记意见：${body}` }).click();
      const dialog = clerk.locator('dialog[open]');
      await on(DAYS.first)(dialog);
      await dialog.getByRole('button', { name: '登记意见', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await clerk.getByText(left, { exact: true }).last().waitFor();
    }
    await act(clerk, '初审', on(DAYS.first));
    await act(clerk, '开始地区公示', on(DAYS.region, shownAt('《扬州日报》')));
    await act(clerk, '登记异议', async (dialog) => {
      await on('2026-03-18')(dialog);
      await dialog.getByLabel('异议内容').fill('反映事迹材料中的数据有误');
    });
    await clerk.getByText('有异议尚未答复').waitFor();
    expect(await clerk.getByRole('button', { name: '复审', exact: true }).count()).toBe(0);
    await look(clerk, 'honours-nomination');
    await act(clerk, '办结异议', async (dialog) => {
      await on('2026-03-20')(dialog);
      await dialog.getByLabel('核实与答复情况').fill('经核实，数据无误，已答复');
    });
    await clerk.getByRole('button', { name: '复审', exact: true }).click();
    const own = clerk.locator('dialog[open]');
    await on(DAYS.final)(own);
    await own.getByRole('button', { name: '复审', exact: true }).click();
    await own.getByText('推荐、初审、复审须由不同人员办理').waitFor();
    await open(chair, clerk.url());
    await act(chair, '复审', on(DAYS.final));
    await act(chair, '开始审批机关公示', on(DAYS.deciding, shownAt('总工会网站')));
    await act(chair, '作出表彰决定', async (dialog) => {
      await on(DAYS.decided)(dialog);
      await dialog.getByLabel('决定文号').fill(DECISION);
    });
    await act(chair, '颁发证书', on(DAYS.decided));
    await chair.getByRole('link', { name: '荣誉证书' }).click();
    await chair.locator('.certificate svg').waitFor();
    certificate = chair.url();
  });

  test('the certificate is verified without the node, and its holder carries it on a phone', async () => {
    await chair.getByText(nominee.name, { exact: true }).waitFor();
    await look(chair, 'honours-certificate');
    await chair.emulateMedia({ media: 'print' });
    await chair.screenshot({ path: path.join(pictures, 'honours-printed.png'), fullPage: true });
    await chair.emulateMedia({ media: 'screen' });
    const waiting = chair.waitForEvent('download');
    await chair.getByRole('button', { name: '下载签名文本' }).click();
    const file = await (await waiting).path();
    const [, key = ''] = /--key (\w+)/.exec(await chair.locator('main').innerText()) ?? [];
    const said = await federation.demand('certificate', 'verify', file, '--key', key);
    expect(said).toContain(`${nominee.name}　${MEDAL}　${DAYS.decided}`);
    const changed = readFileSync(file, 'utf8').replace(MEDAL, '省五一劳动奖章');
    const { code } = await federation.run('certificate', 'verify', changed, '--key', key);
    expect(code).toBe(1);
    const visitor = await visitors.come();
    const member = await enterAs(visitor, origin, 'member');
    await linkToRecord(member, origin, nominee.idNumber);
    await member.getByText('出示核验二维码').click();
    await member.locator('.my-code svg').waitFor();
    await look(member, 'honours-my');
    await visitor.leave();
  });

  test('what is revoked says so and stays; who supervises reads of how many, not of whom', async () => {
    await act(chair, '撤销荣誉', async (dialog) => {
      await dialog.getByLabel('撤销日期').fill('2026-09-01');
      await dialog.getByLabel('撤销原因').fill('事迹失实');
    });
    await chair.getByText('撤销原因：事迹失实').waitFor();
    await look(chair, 'honours-revoked');
    await chair.getByRole('link', { name: '荣誉档案' }).click();
    await chair.getByText('2026-09-01 撤销').waitFor();
    await look(chair, 'honours-roll');
    await open(chair, `${origin}/honour-holders?honour=MAY_DAY_MEDAL`);
    await rowOf(chair, MEDAL).getByText('2026-09-01 撤销').waitFor();
    const supervisor = await enterAs(await visitors.come(), origin, 'supervisor');
    await open(supervisor, `${origin}/honours/${round}`);
    await rowOf(supervisor, desks.unions[0].name).first().waitFor();
    expect(await supervisor.locator('#nominations, .honour-under').count()).toBe(0);
  });

  test('a model worker is registered, checked, and put on the list of a month', async () => {
    await modelWorker(origin, desks);
    await open(clerk, `${origin}/model-workers`);
    expect(await payAllowance(clerk)).toBe('100.00');
    await open(chair, clerk.url());
    await act(chair, '批准发放', async () => undefined);
    await chair.getByText('已批准').waitFor();
    await refusedThere(chair);
    await askBonus(clerk, origin);
  });

  test('a hardship, a stay and a subsidy: each by its own rule', async () => {
    expect(await careBeside(clerk, origin)).toBe('566.00');
  });

  test('in English only what people wrote is Chinese, and everything adds up', async () => {
    await open(clerk, `${origin}/honours`);
    await clerk.getByRole('button', { name: 'English' }).click();
    await clerk.getByRole('heading', { level: 1, name: 'Honours' }).waitFor();
    const data = [TITLE, DECISION, MEDAL, ...written, ...(await namesIn(desks, round))];
    const holders = '/honour-holders?honour=MAY_DAY_MEDAL';
    const views = ['register', 'checks', 'payments', 'visits', 'subsidy'];
    const care = views.map((view) => `/model-workers?view=${view}`);
    for (const address of [...care, holders, '/honours', `/honours/${round}`]) {
      await open(clerk, origin + address);
      expect({ address, left: chineseIn(await words(clerk), data) }).toEqual({ address, left: [] });
    }
    await open(clerk, certificate);
    await clerk.locator('.certificate svg').waitFor();
    expect(chineseIn(await words(clerk), data)).toEqual([]);
    await clerk.getByRole('link', { name: 'The whole way' }).click();
    await clerk.getByText('Certificate awarded').waitFor();
    expect(chineseIn(await words(clerk), data)).toEqual([]);
    await look(clerk, 'honours-english-nomination');
    expect(await federation.demand('verify', '--nodes', CITY)).toContain('everything adds up');
  });
});
