import { mkdirSync } from 'node:fs';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { look, pictures } from './audit-steps.ts';
import { drawn, open, openBrowser, type Visitors } from './browser.ts';
import { act } from './innovation-steps.ts';
import { enterAs, inEnglish } from './members-pages.ts';
import { aidWorker, failMediation, settleDispute } from './rights-desks.ts';

// A call at the province goes by its city to a county, which answers it; the answer is looked at by each level, and the
// province calls back. Its clock runs from the province's classification on, the same at all three; an extension that the
// county asks for is given where the order was received. Beside it a dispute is settled and a worker is helped by a lawyer.

const [PROVINCE, CITY, COUNTY] = ['320000', '321000', '321084'];
const nodes = ['--nodes', [PROVINCE, CITY, COUNTY].join(',')];
const agreed = { timeoutMs: 60_000, everyMs: 250 };
const federation = await openFederation();
const chromium = process.env.CHROMIUM ?? '';
const today = chinaDate(new Date());
const TITLE = '工资被拖欠';
const CALLER = { 来电人: '王小丽', 联系电话: '13800000000' };
const REPLY = '已督促企业补发拖欠工资九万六千元';

interface Order {
  orderId: string;
  state: string;
  dueOn: string;
  heldBy: string;
  daysLeft: number;
  extension: string;
}
interface Desk {
  api: Api;
  page: Page;
}

let visitors: Visitors;
let at: Record<'province' | 'city' | 'county', Desk>;
let chair: Page;
let orderId = '';

/** Somebody at a node, at its own address. */
async function sit(region: string, user = 'clerk'): Promise<Page> {
  return enterAs(await visitors.come(), federation.origin(region), user);
}

async function openDesk(region: string): Promise<Desk> {
  const api = await openApi(federation.origin(region));
  return { api, page: await sit(region) };
}

const orderAt = async ({ api }: Desk) =>
  (await api.get<{ order: Order }>(`/work-orders/${orderId}`)).order;

const becomes = (desk: Desk, wanted: Partial<Order>) =>
  eventually(async () => expect(await orderAt(desk)).toMatchObject(wanted), agreed);

/** The order's page as it stands at a node now. */
async function orderPage(page: Page, region: string): Promise<Page> {
  await open(page, `${federation.origin(region)}/work-orders/${orderId}`);
  return page;
}

const lead = async (page: Page) =>
  (await page.locator('.lead').innerText()).replaceAll(/\s+/g, ' ');

describe.runIf(chromium !== '')('a work order', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    await federation.demand('up', '--detach', '--no-demo', ...nodes);
    visitors = await openBrowser(chromium);
    const [province, city, county, second] = await Promise.all([
      openDesk(PROVINCE),
      openDesk(CITY),
      openDesk(COUNTY),
      sit(COUNTY, 'chair'),
    ]);
    at = { province, city, county };
    chair = second;
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('the province takes a call, classifies it and gives it to its city', async () => {
    const { page, api } = at.province;
    const staff = { seats: 2, lawyers: 1, handlers: 3 };
    for (const below of [at.city, at.county]) {
      const opened = await below.api.ask('PUT', '/work-order-desk', { body: staff });
      expect(opened.status).toBe(200);
    }
    const origin = federation.origin(PROVINCE);
    await open(page, `${origin}/rights?view=desks`);
    await page.getByText('还没有开通席位').or(page.getByText('321000 节点')).first().waitFor();
    await act(page, '开通席位', { 席位数: '8', 律师人数: '2', 承办人数: '6' });
    await eventually(async () => {
      const { items } = await api.get<{ items: object[] }>('/work-order-desks');
      expect(items).toHaveLength(2);
    }, agreed);
    await open(page, `${origin}/rights?view=desks`);
    await look(page, 'rights-desks');
    await open(page, `${origin}/rights`);
    await page.getByText('没有待处理的工单').waitFor();
    const matter = { 标题: TITLE, 诉求内容: '三个月未发工资，共十二人' };
    await act(page, '登记来电', { ...CALLER, ...matter });
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    orderId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await act(page, '分类定级', {
      诉求类别: '投诉',
      级别: '特别复杂',
      所在地区划代码: COUNTY,
      标签: '欠薪、建筑业',
    });
    await page.locator('.lead').getByText('待派发').waitFor();
    expect(await lead(page)).toContain(`${addDays(today, 15)} 剩 15 天`);
    await act(page, '派发下级', { 派发给: `${CITY} 节点`, 说明: '请核实并办理' });
    await page.locator('.lead').getByText(`下级 ${CITY} 节点`).waitFor();
    await open(page, `${origin}/rights`);
    await page.getByText('没有待处理的工单').waitFor();
    await open(page, `${origin}/rights?queue=open`);
    await look(page, 'rights-orders');
  });

  test('the city passes it on, the county handles it and asks for more time, the province gives it', async () => {
    await becomes(at.city, { state: 'DISPATCHED', heldBy: '' });
    const city = at.city.page;
    await open(city, `${federation.origin(CITY)}/rights`);
    await city.getByRole('link', { name: TITLE }).click();
    await drawn(city);
    await act(city, '签收');
    await act(city, '派发下级', { 派发给: `${COUNTY} 节点` });
    await becomes(at.county, { state: 'DISPATCHED', heldBy: '', dueOn: addDays(today, 15) });
    const county = await orderPage(at.county.page, COUNTY);
    await act(county, '签收');
    await act(county, '开始办理');
    await county.locator('.lead').getByText('办理中').waitFor();
    // Whoever calls back says why; before that he sees a mask.
    expect(await county.locator('.facts').first().innerText()).toContain('138****0000');
    await act(county, '查看并回拨', { 查看理由: '向本人核实欠薪人数' });
    await county.getByText('王小丽 13800000000').waitFor();
    await act(county, '申请延期', { 说明: '企业负责人在外地' });
    await becomes(at.province, { state: 'HANDLING', extension: 'ASKED' });
    const province = at.province.page;
    await open(province, `${federation.origin(PROVINCE)}/rights`);
    await province.getByRole('link', { name: TITLE }).click();
    await drawn(province);
    await act(province, '同意延期', { 延长天数: '5' });
    await becomes(at.county, { extension: 'GRANTED', dueOn: addDays(today, 20), daysLeft: 20 });
    await orderPage(county, COUNTY);
    expect(await lead(county)).toContain('剩 20 天');
    await look(county, 'rights-order');
  });

  test('the county answers, each level looks at it, the province calls back and closes', async () => {
    const { county, city, province } = at;
    await act(county.page, '答复', {
      答复内容: REPLY,
      '挽回金额（元）': '96000',
      涉及职工人数: '12',
    });
    await county.page.locator('.lead').getByText('按期答复').waitFor();
    // Whoever answered does not look at the answer himself.
    await county.page.getByRole('button', { name: '审核通过' }).click();
    const dialog = county.page.locator('dialog[open]');
    await dialog.getByRole('button', { name: '审核通过' }).click();
    await dialog.getByText('审核人不能是答复人').waitFor();
    await act(await orderPage(chair, COUNTY), '审核通过');
    await becomes(city, { state: 'LEVEL_REVIEW', heldBy: '' });
    await act(await orderPage(city.page, CITY), '审核通过');
    await becomes(province, { state: 'LEVEL_REVIEW', heldBy: '' });
    const page = await orderPage(province.page, PROVINCE);
    expect(await page.locator('main').innerText()).toContain(REPLY);
    await act(page, '审核通过');
    await page.locator('.lead').getByText('待回访').waitFor();
    await act(page, '回访办结', { 满意度: '5 分 · 非常满意', 说明: '工资已到账' });
    await page.locator('.lead').getByText('已办结').waitFor();
    await becomes(county, { state: 'CLOSED' });
    const steps = page.getByRole('table', { name: '办理过程' }).or(page.locator('table').last());
    const said = await steps.innerText();
    // What every node did stands at each of them.
    for (const word of [`${CITY} 节点`, '本节点', '申请延期', '同意延期', '请核实并办理'])
      expect(said).toContain(word);
    await look(page, 'rights-closed');
    await open(page, `${federation.origin(PROVINCE)}/rights?view=figures`);
    const figures = page.locator('tbody tr');
    await figures.waitFor();
    expect((await figures.innerText()).split(/\s+/)).toEqual(
      expect.arrayContaining(['投诉', COUNTY, '100.0%', '5.00', '96,000.00']),
    );
    await look(page, 'rights-figures');
    await inEnglish(
      page,
      federation.origin(PROVINCE),
      [
        '/rights?queue=all',
        '/rights?view=desks',
        '/rights?view=figures',
        `/work-orders/${orderId}`,
      ],
      [TITLE, REPLY, '王**', ...Object.values(CALLER), ...(await chineseOf(province.api))],
    );
  });

  test('a dispute is settled within its days, another goes to arbitration', async () => {
    const { page } = at.county;
    expect(await settleDispute(page, federation.origin(COUNTY))).toMatch(
      /挽回金额（元）\s+96,000\.00/,
    );
    expect(await failMediation(page, federation.origin(COUNTY))).toContain('邮劳人仲〔2026〕118号');
  });

  test('a worker is helped by a lawyer of the roster, to the evaluation', async () => {
    const { page } = at.county;
    expect(await aidWorker(page, federation.origin(COUNTY))).toMatch(/结果\s+胜诉/);
  });

  test('everything adds up', async () => {
    expect(await federation.demand('verify', ...nodes)).toContain('everything adds up');
  });
});

/** What people have written into an order is as it is in any language. */
async function chineseOf(api: Api): Promise<string[]> {
  const file = await api.get<{
    content: string;
    order: { tags: string[]; unionName: string };
    steps: { note: string }[];
  }>(`/work-orders/${orderId}`);
  const { content, order, steps } = file;
  const said = [content, order.unionName, ...order.tags, ...steps.map(({ note }) => note)];
  return said.filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
}
