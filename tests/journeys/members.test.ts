import { readFileSync } from 'node:fs';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  desk,
  drawn,
  open,
  openBrowser,
  phone,
  weigh,
  words,
  type Visitor,
  type Visitors,
} from './browser.ts';
import { chineseIn, everything } from './console-pages.ts';
import { enterAs, inEnglish, linkToRecord, look, nextMonth } from './members-pages.ts';
import { somePeople, unionRow } from './work.ts';

// From the poster to the member who reads who looked: an applicant with a phone, a clerk, a chair, an auditor, a member.

const COUNTY = '321084';
const chromium = process.env.CHROMIUM ?? '';
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const joined = unionRow(COUNTY, 1);
const other = unionRow(COUNTY, 2);
const [applicant, ...people] = somePeople(0, 13);
const whole = /(?<!\d)\d{17}[\dX](?!\d)/;
const firstLoadBytes = 200 * 1024;

let visitors: Visitors;
let api: Api;
let clerk: Page;
let link: string;
const here: Visitor[] = [];

const enter = async (user: string): Promise<Page> => {
  const who = await visitors.come();
  here.push(who);
  return enterAs(who, origin, user);
};

async function find(text: string): Promise<void> {
  await open(clerk, `${origin}/members`);
  await clerk.getByLabel('查找会员').fill(text);
  await clerk.keyboard.press('Enter');
  await clerk
    .getByText(/(人|：0)$/)
    .first()
    .waitFor();
  await drawn(clerk);
}

/** What is as it is in any language. */
async function names(): Promise<string[]> {
  const { items } = await api.get<{ items: Record<string, string>[] }>('/members?limit=50');
  const typed = ['高邮市总工会', '核对本人身份证', '换了号码', applicant?.name ?? ''];
  const masked = items.map(({ nameMasked }) => nameMasked ?? '');
  return [...masked, ...typed, joined.name, other.name].filter((name) => name !== '');
}

describe.runIf(chromium !== '')('members', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    api = await openApi(origin);
    await api.post('/unions/enrolments', { rows: [joined, other] });
    await eventually(() =>
      api.post('/members/batches', {
        unionId: joined.unionId,
        joinedOn: '2020-05-06',
        rows: people,
      }),
    );
    visitors = await openBrowser(chromium);
    clerk = await enter('clerk');
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('a poster says whose it is, until when, and what is never asked', async () => {
    await open(clerk, `${origin}/poster?unionId=${joined.unionId}`);
    await clerk.getByRole('button', { name: '生成海报' }).click();
    const poster = clerk.getByRole('article', { name: '入会海报' });
    await poster.waitFor();
    const text = await poster.innerText();
    for (const said of [joined.name, '高邮市总工会', '绝不索要银行卡号', '有效期至']) {
      expect(text).toContain(said);
    }
    await look(clerk, 'poster');
    const { token } = await api.post<{ token: string }>('/join-links', {
      unionId: joined.unionId,
      expiresOn: nextMonth(),
    });
    link = `${origin}/join/${token}`;
  });

  test('the page behind it is small, and asks nothing before the union is confirmed', async () => {
    const page = await stranger();
    const { bytes } = await weigh(page, () => page.goto(link));
    expect(bytes).toBeLessThan(firstLoadBytes);
    await page.getByRole('heading', { name: '请先确认工会' }).waitFor();
    expect(await page.locator('input, select').count()).toBe(0);
    await look(page, 'join-union', { phone });
  });

  test.each([
    ['changed', '这个二维码不能使用', (at: string) => `${at.slice(0, -2)}xx`],
    ['over', '这个二维码不能使用', (at: string) => at.replace(/\/join\/\d{4}/, '/join/2020')],
    ['nonsense', '这个二维码不能使用', () => `${origin}/join/x`],
  ])('a link that is %s is refused without a question', async (name, heading, spoil) => {
    const page = await stranger();
    await page.goto(spoil(link));
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await page.locator('input, select, form').count()).toBe(0);
    await look(page, `join-${name}`, { phone });
  });

  test('somebody without an account applies by phone, and the chair admits by phone', async () => {
    const page = await stranger();
    await page.goto(link);
    await page.getByRole('button', { name: '是我要加入的工会' }).click();
    await page.getByRole('button', { name: '同意并继续' }).click();
    await page.getByText('两项都勾选后才能在网上申请').waitFor();
    await look(page, 'join-notice', { phone });
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: '同意并继续' }).click();
    const { name, idNumber, phone: mobile } = applicant ?? people[0]!;
    await page.getByLabel('姓名').fill(name);
    await page
      .getByLabel('证件号码')
      .fill(`${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? 1 : 0}`);
    await page.getByLabel('手机号').fill(mobile);
    await page.getByLabel('用工形式').selectOption('contract');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('证件号码有一位输错了').waitFor();
    await look(page, 'join-form', { phone });
    await page.getByLabel('证件号码').fill(idNumber);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    await look(page, 'join-receipt', { phone });
    expect(await everything(page)).not.toContain(idNumber);
    expect(await everything(page)).not.toContain(name);

    const chair = await enter('chair');
    await chair.setViewportSize(phone);
    await open(chair, `${origin}/members?state=APPLIED`);
    await look(chair, 'applications', { phone });
    await chair.getByRole('button', { name: /^批准入会/ }).click();
    await chair.getByRole('dialog').getByText('终身不变的会员号').waitFor();
    await look(chair, 'admit', { phone });
    await chair.getByRole('dialog').getByRole('button', { name: '批准入会' }).click();
    await chair.getByText('没有待审的入会申请').waitFor();
  });

  test('a number one finds by stays nowhere; a name stays out of the address', async () => {
    const { idNumber, name } = applicant ?? people[0]!;
    await find(idNumber);
    expect(await clerk.locator('tbody tr').count()).toBe(1);
    expect(await everything(clerk)).not.toMatch(whole);
    await find(name.slice(0, 1));
    expect(await clerk.locator('tbody tr').count()).toBeGreaterThan(0);
    expect(clerk.url()).toBe(`${origin}/members`);
    await look(clerk, 'register');
    await clerk.setViewportSize(desk);
    await clerk.locator('tbody a').first().click();
    await clerk.getByRole('link', { name: '档案' }).waitFor();
    await clerk.goBack();
    await drawn(clerk);
    expect(await clerk.getByLabel('查找会员').inputValue()).toBe(name.slice(0, 1));
  });

  test('what is masked is shown for a reason, counted down, and gone', async () => {
    const { idNumber } = applicant ?? people[0]!;
    await find(idNumber);
    await clerk.locator('tbody a').first().click();
    await clerk.getByRole('button', { name: '查看 证件号码' }).click();
    const dialog = clerk.getByRole('dialog');
    await look(clerk, 'reveal');
    await clerk.setViewportSize(desk);
    await dialog.getByLabel('用途').selectOption('verification');
    await dialog.getByLabel(/^具体原因/).fill('核对本人身份证');
    await dialog.getByRole('button', { name: '查看并记录' }).click();
    await clerk.getByText(idNumber).waitFor();
    await clerk.getByText(/\d+ 秒后遮盖 · 今日还可查看 \d+ 次/).waitFor();
    await clerk.getByRole('button', { name: '立即遮盖' }).click();
    await clerk.getByText(idNumber).waitFor({ state: 'detached' });
    expect(await everything(clerk)).not.toMatch(whole);
    await clerk.getByRole('link', { name: '查看记录' }).click();
    await clerk.getByText('核对本人身份证').waitFor();
    await look(clerk, 'who-looked');
    await clerk.setViewportSize(desk);
  });

  test('a transfer is asked for, confirmed, accepted; each says what follows', async () => {
    await find(applicant?.idNumber ?? '');
    await clerk.locator('tbody a').first().click();
    await clerk.getByRole('button', { name: '会籍接转', exact: true }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByLabel('转入工会').click();
    await clerk.keyboard.type(other.name);
    await clerk.getByTitle(other.name, { exact: true }).click();
    await dialog.getByLabel('由谁提出').selectOption('member');
    await look(clerk, 'transfer');
    await clerk.setViewportSize(desk);
    await dialog.getByRole('button', { name: '会籍接转' }).click();
    for (const step of ['确认转出', '接收']) {
      await clerk.getByRole('button', { name: new RegExp(`^${step}`) }).click();
      await dialog.locator('.consequence').waitFor();
      await dialog.getByRole('button', { name: step }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await clerk.locator('.open-transfer').waitFor({ state: 'detached' });
    const lead = clerk.locator('.lead');
    await lead.getByText(other.name).waitFor();
    expect(await lead.innerText()).toContain(other.name);
  });

  test('an auditor reads, and is told who acts', async () => {
    const auditor = await enter('auditor');
    await open(auditor, `${origin}/members`);
    await auditor.locator('tbody a').first().click();
    await auditor.getByText('您当前的职责可以查看，不能办理').waitFor();
    expect(await auditor.locator('.acts').count()).toBe(0);
  });

  test('a member reads all of the own record, who looked and why, and takes it along', async () => {
    const member = await enter('member');
    await linkToRecord(member, origin, applicant?.idNumber ?? '');
    await open(member, `${origin}/my`);
    await member.getByText(applicant?.idNumber ?? '').waitFor();
    await member.getByText('核对本人身份证').waitFor();
    await member.getByRole('button', { name: '申请更正' }).click();
    const dialog = member.getByRole('dialog');
    await dialog.getByLabel('更正为').fill('13900139000');
    await dialog.getByLabel('说明').fill('换了号码');
    await dialog.getByRole('button', { name: '提交' }).click();
    await member.getByText(/^电话改为 13900139000/).waitFor();
    await look(member, 'my');
    const [download] = await Promise.all([
      member.waitForEvent('download'),
      member.getByRole('button', { name: '导出我的信息' }).click(),
    ]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as Exported;
    expect(saved.record).toMatchObject({ idNumber: applicant?.idNumber, unionName: other.name });
    expect(saved.accessLog).toContainEqual(
      expect.objectContaining({ duty: 'clerk', reason: '核对本人身份证' }),
    );
    await open(clerk, `${origin}/corrections`);
    await look(clerk, 'corrections');
    await clerk.setViewportSize(desk);
    await clerk.getByRole('button', { name: /^同意更正/ }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '同意更正' }).click();
    await clerk.getByText('没有这一类更正申请').waitFor();
    await member.reload();
    await member.getByText('已更正').waitFor();
    await inEnglish(member, origin, ['/my'], await names());
  });

  test('in English only names are Chinese', async () => {
    const { items } = await api.get<{ items: { memberId: string }[] }>('/members?limit=1');
    const record = `/members/${items[0]?.memberId}`;
    const pages = ['/members', '/members?state=APPLIED', '/transfers', '/corrections', '/poster'];
    const ofRecord = [record, `${record}?tab=history`, `${record}?tab=access`];
    await inEnglish(clerk, origin, [...pages, ...ofRecord], await names());
    const page = await stranger();
    await page.goto(link);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Yes, this is the union' }).click();
    expect(chineseIn(await words(page), [joined.name, '高邮市总工会'])).toEqual([]);
  });

  test('nothing of all this made a browser complain', () => {
    // A refused link is an answer like any other; the browser calls every 4xx an error.
    const complaints = here.flatMap((one) => one.complaints);
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });
});

interface Exported {
  record: object;
  accessLog: object[];
}

/** Somebody with a phone who has never been here. */
async function stranger(): Promise<Page> {
  const who = await visitors.come();
  here.push(who);
  const page = await who.tab();
  await page.setViewportSize(phone);
  return page;
}
