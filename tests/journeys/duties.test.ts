import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { barriers, open, openBrowser, overflow, phone, tabTo, type Visitors } from './browser.ts';
import { openClerk, somePeople } from './work.ts';

// Who may act: from a first visit without any duty to one who holds several, and what waits for each.

const COUNTY = '321084';
const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
let visitors: Visitors;
let clerk: Api;
let unionId: string;

async function logIn(page: Page, user: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('link', { name: '进入' }).click();
  await page.getByRole('link', { name: user }).click();
  await page.locator('main h1').waitFor();
}

/** So many apply to join; their ids, the first applicant's first. */
async function apply(first: number, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, idNumber, idType, phone: number } of somePeople(first, count)) {
    const { memberId } = await clerk.post<{ memberId: string }>('/members/applications', {
      unionId,
      person: { name, idNumber, idType, phone: number },
      channel: 'PAPER',
      appliedOn: '2026-03-02',
    });
    ids.push(memberId);
  }
  return ids;
}

describe.runIf(chromium !== '')('duties', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    clerk = await openApi(origin);
    ({ unionId } = await (await openClerk(origin, COUNTY)).enrolUnion());
    visitors = await openBrowser(chromium);
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('who holds no duty is told a number, and enters when the administrator has it', async () => {
    const [guest, other] = [await visitors.come(), await visitors.come()];
    const page = await guest.tab();
    await logIn(page, 'member');
    const accountNo = await page.locator('.account-no code').innerText();
    expect(accountNo).toMatch(/^A-\d{6}$/);
    expect(await barriers(page)).toEqual([]);

    const office = await other.tab();
    await logIn(office, 'admin');
    await open(office, `${origin}/duties`);
    await office.getByLabel('账号编号').fill(accountNo);
    await office.getByRole('button', { name: '查找' }).click();
    await office.getByRole('row').filter({ hasText: accountNo }).waitFor();
    for (const duty of ['supervisor', 'chair']) await grant(office, duty);
    expect(await barriers(office)).toEqual([]);

    await page.getByRole('button', { name: '重新检查' }).click();
    await page.getByRole('heading', { name: '选择职责' }).waitFor();
    await tabTo(page, { below: '.duty-choices' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    expect(await page.locator('.duty').innerText()).toContain('工会主席');

    await page.getByRole('button', { name: /切换职责/ }).click();
    await page.locator('.pop-over-list').getByRole('button', { name: '上级督导' }).click();
    await page.getByRole('heading', { level: 1, name: /汇总$/ }).waitFor();
    expect(await page.locator('.duty').innerText()).toContain('上级督导');
    await open(page, `${origin}/work`);
    const why = page.getByRole('alert');
    expect(await why.innerText()).toContain('membership.task.read');
    expect(await why.innerText()).toContain('PERMISSION_MISSING');
    expect([...guest.complaints, ...other.complaints]).toEqual([]);
    await guest.leave();
    await other.leave();
  });

  test('a chair decides on a phone, and each decision has its own answer', async () => {
    const ids = await apply(900_000, 4);
    const visitor = await visitors.come();
    const page = await visitor.tab();
    await page.setViewportSize(phone);
    await logIn(page, 'chair');
    const task = page.getByRole('link', { name: /入会申请待审/ });
    expect(await task.locator('.task-count').innerText()).toBe('4');
    await task.click();
    const items = page.locator('.waiting-item');
    await items.first().waitFor();
    expect(await items.count()).toBe(4);
    expect({ barriers: await barriers(page), overflow: await overflow(page) }).toEqual({
      barriers: [],
      overflow: 0,
    });
    await page.locator('.bulk-all input').check();
    // Somebody else was quicker with one of them.
    const gone = `/members/${ids[0]}/rejection`;
    await clerk.post(gone, { reason: 'incomplete', expectedVersion: 1 });
    await page.getByRole('button', { name: '通过所选' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click();
    await page.getByText('办成 3 项，未办成 1 项').waitFor();
    await page.getByText('这一类已经办完').waitFor();
    await open(page, `${origin}/work`);
    expect(await page.getByText('入会申请待审').count()).toBe(0);
    await visitor.leave();
  });

  test('the duty of a member is granted to whom a number names, by keyboard alone', async () => {
    const [memberId = ''] = await apply(910_000, 1);
    await clerk.post(`/members/${memberId}/approval`, {
      approvedOn: '2026-03-05',
      expectedVersion: 1,
    });
    const { memberNo } = await clerk.get<{ memberNo: string }>(`/members/${memberId}`);
    const [guest, other] = [await visitors.come(), await visitors.come()];
    const page = await guest.tab();
    await logIn(page, 'finance');
    const accountNo = await page.evaluate(async () => {
      const session = (await (await fetch('/api/v1/session')).json()) as { accountNo: string };
      return session.accountNo;
    });
    const office = await other.tab();
    await logIn(office, 'admin');
    await open(office, `${origin}/duties?accountNo=${accountNo}`);
    const row = office.getByRole('row').filter({ hasText: accountNo });
    await row.getByRole('button', { name: /^授予职责/ }).focus();
    await office.keyboard.press('Enter');
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('职责', { exact: true }).selectOption('member');
    const number = dialog.getByLabel('会员本人');
    const grants = dialog.getByRole('button', { name: '授予职责', exact: true });
    await number.fill('王');
    await number.press('Enter');
    await dialog.getByText('请输入完整的会员编号或证件号码').first().waitFor();
    expect(await grants.isDisabled()).toBe(true);
    await number.fill(memberNo);
    await number.press('Enter');
    await dialog.getByText(memberNo).waitFor();
    expect(await number.inputValue()).toBe('');
    expect(await dialog.getByRole('status').innerText()).toMatch(/\S\*/);
    expect(await barriers(office)).toEqual([]);
    await grants.focus();
    await office.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await row.locator('.held-duties li').filter({ hasText: '会员' }).waitFor();
    await Promise.all([guest.leave(), other.leave()]);
  });

  test('a session ended elsewhere is over', async () => {
    const [one, two] = [await visitors.come(), await visitors.come()];
    const [here, there] = [await one.tab(), await two.tab()];
    await logIn(there, 'auditor');
    await logIn(here, 'auditor');
    await open(here, `${origin}/sessions`);
    await here.getByRole('button', { name: /^结束/ }).first().click();
    await here.getByRole('button', { name: /^结束/ }).first().waitFor({ state: 'detached' });
    await there.goto(`${origin}/rollup`);
    await there.getByRole('link', { name: '进入' }).waitFor();
    expect(await here.locator('main h1').innerText()).toBe('我的登录');
    await one.leave();
    await two.leave();
  });
});

/** Grants the one account that is listed a duty over the whole node. */
async function grant(page: Page, duty: string): Promise<void> {
  await page
    .getByRole('button', { name: /^授予职责/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('职责', { exact: true }).selectOption(duty);
  await dialog.getByLabel('管辖工会').fill('总工会');
  await page.locator('.ant-select-item-option').filter({ hasText: '总工会' }).first().click();
  await dialog.getByRole('button', { name: '授予职责', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
