import { eventually } from '@gonglian/testing/eventually.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import {
  barriers,
  desk,
  drawn,
  isAt,
  open,
  openBrowser,
  overflow,
  phone,
  pressByKey,
  tabTo,
  weigh,
  words,
  type Visitor,
  type Visitors,
} from './browser.ts';
import {
  addresses,
  cardOf,
  cardsFrom,
  chineseIn,
  figuresOf,
  namesAt,
  sheetFrom,
  sheetOf,
  traceOf,
} from './console-pages.ts';
import { rollupOf, totalOf } from './figures.ts';
import { somePeople } from './work.ts';

// A stranger with a browser: every page of the console against real nodes, by mouse, by key, on a phone, in English.

const CITY = '321000';
const COUNTY = '321084';
const firstLoadBytes = 200 * 1024;
const chromium = process.env.CHROMIUM ?? '';

const federation = await openFederation();
const city = federation.origin(CITY);
const county = federation.origin(COUNTY);
let browser: Visitors;
let visitor: Visitor;
let cityPage: Page;
let countyPage: Page;
let api: Api;

describe.runIf(chromium !== '')('the console', () => {
  beforeAll(async () => {
    const nodes = `320000,${CITY},${COUNTY}`;
    await federation.demand('up', '--detach', '--scale', '0.02', '--nodes', nodes);
    api = await openApi(county);
    browser = await openBrowser(chromium);
    visitor = await browser.come();
    // Side by side in one browser, as somebody does who compares two nodes.
    cityPage = await visitor.enter(city);
    countyPage = await visitor.enter(county);
  });
  afterAll(async () => {
    await browser?.close();
    await federation.remove();
  });

  test('the log-in and the shell behind it weigh at most 200 KB, packed', async () => {
    const guest = await browser.come();
    const page = await guest.tab();
    const { bytes, packing } = await weigh(page, () => page.goto(city));
    expect(bytes).toBeLessThan(firstLoadBytes);
    const unpacked = Object.entries(packing).filter(
      ([name, how]) => /client-.*\.js$|\.css$/.test(name) && how !== 'br',
    );
    expect(unpacked).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    await guest.leave();
  });

  test('the roll-up shows what the interface says, own level and subtree apart', async () => {
    const rollup = await rollupOf(city, CITY);
    await open(cityPage, `${city}/rollup`);
    expect(await sheetOf(cityPage)).toEqual(sheetFrom(rollup));
    expect(await cityPage.locator('main h1').innerText()).toBe('扬州市总工会汇总');
    // Nobody named a year: the latest with numbers is shown, and says so.
    expect(await cityPage.locator('.lead').innerText()).toContain('2020年');
    const { own, subtree } = totalOf(rollup, 'members_total');
    expect(await cardOf(cityPage, '会员总数（实名制会员数）')).toEqual({ own, subtree });
    expect(Number(own)).toBeLessThan(Number(subtree));
    // By area; what has no number in the year is in a line, and has no card.
    const areas = await cityPage.locator('h3.area').allInnerTexts();
    expect(areas).toEqual(expect.arrayContaining(['组织建设', '劳动和技能竞赛', '荣誉表彰']));
    const { counted, idle } = cardsFrom(rollup);
    expect(await cityPage.locator('.cards .card').count()).toBe(counted);
    expect(await cityPage.locator('.idle .pick').count()).toBe(idle);
  });

  test('a level down a node reads what was reported to it, and who holds the rest', async () => {
    await open(cityPage, `${city}/rollup`);
    await cityPage.getByRole('link', { name: '高邮市总工会' }).first().click();
    await cityPage.getByRole('heading', { level: 1, name: '高邮市总工会汇总' }).waitFor();
    await drawn(cityPage);
    const { subtree } = totalOf(await rollupOf(county, COUNTY), 'members_total');
    expect(await cardOf(cityPage, '会员总数（实名制会员数）')).toMatchObject({ subtree });
    await cityPage.locator('.parts').getByRole('link').first().click();
    await cityPage.getByText('明细由节点 321084 保管').waitFor();
    const trail = cityPage.getByRole('navigation', { name: '层级' });
    expect(await trail.getByRole('link').allInnerTexts()).toEqual(['扬州市总工会', '高邮市总工会']);
    await trail.getByRole('link').first().click();
    await cityPage.getByRole('heading', { level: 1, name: '扬州市总工会汇总' }).waitFor();
  });

  test('the node that holds them leads down to a township, its unions, and one of them', async () => {
    await open(countyPage, `${county}/rollup?indicator=members_total`);
    const parts = countyPage.getByRole('region', { name: /各下级数值$/ });
    const first = parts.getByRole('link').first();
    const township = await first.innerText();
    await first.click();
    await countyPage.getByRole('heading', { level: 1, name: `${township}汇总` }).waitFor();
    await drawn(countyPage);
    const unions = countyPage.getByRole('region', { name: '由哪些工会组成' });
    const { subtree } = await cardOf(countyPage, '会员总数（实名制会员数）');
    const shares = await figuresOf(unions.locator('tbody'));
    expect(shares.flat().reduce((sum, share) => sum + Number(share), 0)).toBe(Number(subtree));
    const union = await unions.getByRole('link').first().innerText();
    await unions.getByRole('link').first().click();
    await countyPage.getByRole('heading', { level: 2, name: union }).waitFor();
  });

  test('a number shows where it comes from: own level and parts make the subtree', async () => {
    const row = totalOf(await rollupOf(county, COUNTY), 'members_recruited');
    await open(countyPage, `${county}/rollup`);
    const name = `发展（新增）会员数 辖区合计 ${Number(row.subtree).toLocaleString('zh-CN')}`;
    await countyPage.getByRole('button', { name, exact: true }).first().click();
    const sums = countyPage.getByRole('dialog').locator('.arithmetic');
    const addends = (await figuresOf(sums.locator('tbody'))).flat();
    const total = (await figuresOf(sums.locator('tfoot'))).flat();
    expect(addends).toEqual([row.own, ...row.partValues]);
    expect(total).toEqual([row.subtree]);
    expect(await sums.innerText()).toContain('相符');
    await open(countyPage, `${county}/rollup`);
    expect(await traceOf(countyPage, '竞赛工种数')).toContain('所以合计不是各部分之和');
  });

  test('who joins is counted on the open pages of both nodes, which nobody reloads', async () => {
    const recruited = '发展（新增）会员数';
    const pages = [countyPage, cityPage];
    await open(countyPage, `${county}/rollup?period=2020`);
    await open(cityPage, `${city}/rollup?period=2020`);
    const before = await Promise.all(pages.map((page) => cardOf(page, recruited)));
    for (const page of pages) await page.evaluate('window.stayed = true');
    await join(500_000);
    await eventually(
      async () => {
        const after = await Promise.all(pages.map((page) => cardOf(page, recruited)));
        expect(after.map(({ subtree }) => Number(subtree))).toEqual(
          before.map(({ subtree }) => Number(subtree) + 1),
        );
      },
      { timeoutMs: 20_000 },
    );
    for (const page of pages) expect(await page.evaluate('window.stayed')).toBe(true);
  });

  test('the tree of unions opens, and the list of elections due has the counts', async () => {
    await open(countyPage, `${county}/unions`);
    const tree = countyPage.getByRole('tree');
    const townships = tree.locator('[aria-level="2"][data-id]');
    await townships.first().waitFor();
    expect(await townships.count()).toBe(13);
    const branch = tree.locator('[aria-level="2"][aria-expanded="false"]').first();
    const name = await branch.locator('.tree-name').innerText();
    await branch.locator('.tree-mark').click();
    await tree.locator('[aria-level="3"][data-id]').first().waitFor();
    await tree.getByRole('treeitem', { name }).first().click();
    await countyPage.getByRole('heading', { level: 2, name }).waitFor();
    const asOf = '2020-06-01';
    await open(countyPage, `${county}/unions?view=due&asOf=${asOf}`);
    const due = await api.get<{ counts: Record<string, number> }>(`/due-elections?as_of=${asOf}`);
    const shown = await countyPage.locator('.due-filter .figure').allInnerTexts();
    const states = ['EXPIRED', 'T0', 'T30', 'T90', 'T180'];
    expect(shown.slice(2).map(Number)).toEqual(states.map((state) => due.counts[state] ?? 0));
  });

  test('anyone may have everything counted again', async () => {
    await open(countyPage, `${county}/links`);
    await countyPage.getByRole('button', { name: '开始核对' }).click();
    const verdict = countyPage.locator('.verdict');
    await verdict.waitFor({ timeout: 60_000 });
    expect(await verdict.innerText()).toContain('全部相符');
  });

  test('in English only names are Chinese, and that stays so after logging out', async () => {
    const guest = await browser.come();
    const page = await guest.enter(county);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Workbench' }).waitFor();
    const names = await namesAt(api);
    for (const address of await addresses(api)) {
      await open(page, county + address);
      expect({ address, left: chineseIn(await words(page), names) }).toEqual({ address, left: [] });
    }
    await page.getByRole('button', { name: 'clerk', exact: true }).click();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Enter' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Enter' }).waitFor();
    expect(chineseIn(await words(page), [])).toEqual([]);
    expect(guest.complaints).toEqual([]);
    await guest.leave();
  });

  test('a keyboard is enough', async () => {
    const guest = await browser.come();
    const page = await guest.tab();
    await page.goto(city);
    await page.getByRole('link', { name: '进入' }).waitFor();
    await pressByKey(page, '进入');
    await page.getByRole('link', { name: 'clerk' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    await pressByKey(page, '汇总');
    await page.getByRole('heading', { level: 1, name: '扬州市总工会汇总' }).waitFor();
    await drawn(page);
    await page.reload();
    await drawn(page);
    await pressByKey(page, '跳到正文');
    await pressByKey(page, '直接到汇总表');
    // The whole sheet is one stop; arrows move in it.
    await tabTo(page, { below: '.matrix' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    const cell = await page.locator(':focus').innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe(cell);
    await page.keyboard.press('Tab');
    expect(await isAt(page, { below: '.matrix' })).toBe(false);
    await page.goto(`${city}/rollup`);
    await drawn(page);
    await pressByKey(page, '组织与换届');
    await page.locator('[aria-level="2"][data-id]').first().waitFor();
    await tabTo(page, { below: '[role=tree]' });
    await page.keyboard.press('ArrowDown');
    const union = await page.locator(':focus .tree-name').innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: union }).waitFor();
    expect(guest.complaints).toEqual([]);
    await guest.leave();
  });

  test('nothing stands in the way of anyone, on a desk or on a phone', async () => {
    const expectNoBarriers = async (address: string) => {
      for (const size of [desk, phone]) {
        await cityPage.setViewportSize(size);
        const found = { barriers: await barriers(cityPage), overflow: await overflow(cityPage) };
        expect({ address, size, found }).toEqual({
          address,
          size,
          found: { barriers: [], overflow: 0 },
        });
      }
    };
    for (const address of await addresses(await openApi(city))) {
      await open(cityPage, city + address);
      await expectNoBarriers(address);
    }
    await open(cityPage, `${city}/rollup`);
    await cityPage.locator('.cards .traced').first().click();
    await cityPage.locator('.arithmetic').waitFor();
    await expectNoBarriers('where a number comes from');
    await cityPage.setViewportSize(desk);
  });

  test('nothing of all this made the browser complain', () => {
    expect(visitor.complaints).toEqual([]);
  });
});

/** One more person is a member of the union that has the most of the first township. */
async function join(n: number): Promise<void> {
  const rollup = await rollupOf(county, COUNTY);
  const at = totalOf(rollup, 'members_total').partValues.findIndex((value) => value !== '0');
  const township = rollup.parts[at]?.union.unionId;
  const { items } = await api.get<{ items: { unionId: string }[] }>(
    `/rollup/contributors?union_id=${township}&indicator=members_total&period=2020`,
  );
  const unionId = items[0]?.unionId;
  const rows = somePeople(n, 1);
  const batch = { unionId, joinedOn: '2020-05-06', rows };
  const answer = await api.post<{ joined: number }>('/members/batches', batch);
  if (answer.joined !== 1) throw new Error(JSON.stringify(answer));
}
