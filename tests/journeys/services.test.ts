import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { act } from './innovation-steps.ts';
import { COUNTY } from './money.ts';
import { look } from './receipts-pages.ts';
import { federation, openDesks, origin, type Desks } from './services-desks.ts';
import { findNear, openStation, STATION } from './services-station.ts';
import { day, openServices, otherNames, works } from './services-steps.ts';
import { holdFair, openRecuperation, recuperate, train } from './services-walks.ts';

// What workers come to, at the desks of a county: a station from its proposal to the map, an activity in it, a group that
// recuperates, a check-up, a job fair and who found work there.

const chromium = process.env.CHROMIUM ?? '';
let desks: Desks;

describe.runIf(chromium !== '')('services', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    await openServices(origin);
    desks = await openDesks(chromium);
  });
  afterAll(async () => {
    await desks?.leave();
    await federation.remove();
  });

  test('a station is proposed, approved by another, accepted, opened, and found on the map', async () => {
    await openStation(desks);
    const page = await desks.go('clerk', '/venues');
    const { names, metres } = await findNear(page);
    expect(names[0]).toBe(STATION);
    expect(names).toHaveLength(otherNames.length + 1);
    expect(metres).toEqual(metres.toSorted((one, other) => one - other));
    await look(page, 'services-map');
    // The map is drawn from what the node has.
    expect(desks.hosts()).toEqual([new URL(origin).host]);
    await page.getByLabel('阵地类别').selectOption({ label: '爱心母婴室' });
    await expect.poll(() => page.locator('.station').count()).toBe(1);
  });

  test('where workers gather and have nothing near', async () => {
    const page = await desks.go('clerk', '/venues?view=coverage');
    const point = { 集聚点名称: '快递园', 纬度: '32.900000', 经度: '119.445000' };
    await act(page, '登记集聚点', { ...point, '劳动者人数（约）': '300' });
    const row = page.getByRole('row').filter({ hasText: '快递园' });
    await expect.poll(() => row.innerText()).toMatch(/300\s+11\.3 公里/);
    await look(page, 'services-coverage');
  });

  test('an activity takes sign-ups and is held; another one is called off', async () => {
    const page = await desks.go('clerk', '/venues?view=activities');
    for (const name of ['职工书法展', '读书会']) {
      const said = { 活动名称: name, 所在阵地: STATION, 地点: '一楼', 开始日期: day(0) };
      await act(page, '安排活动', { ...said, 结束日期: day(0), 报名名额: '20', 报名截止: day(0) });
      await page.getByRole('button', { name, exact: true }).waitFor();
    }
    await page.getByRole('button', { name: '读书会', exact: true }).click();
    await act(page, '取消活动', { 理由: '场地维修' });
    await desks.go('clerk', '/venues?view=activities&state=PLANNED');
    await page.getByRole('button', { name: '职工书法展', exact: true }).click();
    await act(page, '登记举办', { 参加人次: '18', '费用（元）': '600' });
    await desks.go('clerk', '/venues?view=activities');
    const rows = page.locator('tbody tr');
    await expect.poll(() => rows.allInnerTexts()).toMatchObject([/已取消/, /18\s+已举办/]);
    await look(page, 'services-activities');
  });

  test('a batch recuperates, from its quota to its report, approved by another', async () => {
    await openRecuperation(desks);
    expect(await recuperate(desks)).toBe('已办结');
  });

  test('a check-up ends with numbers, and has no place for what was found', async () => {
    const page = await desks.go('clerk', '/recuperation?view=checkUps');
    await act(page, '安排体检', {
      医疗机构: '市人民医院',
      开始日期: day(0),
      结束日期: day(3),
      预约截止: day(0),
      可预约人数: '100',
      文号: '示工发〔2026〕4号',
      添加单位: works.name,
      [`${works.name} 人数`]: '30',
    });
    await page.getByRole('button', { name: '市人民医院' }).click();
    const came = { [`${works.name} 人数`]: '26', '费用（元）': '7800' };
    await act(page, '登记到检人数', came, { picture: 'services-check-up-form' });
    const panel = page.locator('.ant-drawer');
    await expect.poll(() => panel.innerText()).toContain('7,800.00');
    await look(page, 'services-check-up');
  });

  test('a job fair: posts that refuse nobody, who found work, and whether he still has it', async () => {
    expect(await holdFair(desks)).toBe('已办结');
    const page = await desks.go('clerk', '/employment?view=placements');
    await act(page, '30 天回访', { 是否在岗: '在岗' });
    await expect.poll(() => page.getByRole('cell', { name: '在岗', exact: true }).count()).toBe(1);
    await look(page, 'services-placements');
    await train(desks);
  });

  test('in English only what people wrote is Chinese, and the records add up', async () => {
    const page = await desks.go('clerk', '/venues');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Venues' }).waitFor();
    const written = [
      ...otherNames.map((name) => `${name}旁`),
      ...otherNames,
      STATION,
      works.name,
      ...'府前街 8 号/高邮市总工会/高邮市/中文/快递园/职工书法展/读书会/高邮湖疗养院/湖滨路'.split(
        '/',
      ),
      ...'湖上线/一线职工疗休养/市人民医院/春风行动招聘会/赵*强/周*岚/电工班/修车铺/农商行'.split(
        '/',
      ),
      ...'示工发〔2026〕/号'.split('/'),
    ];
    const pages = {
      '/venues': ['register', 'coverage', 'activities', 'map'],
      '/recuperation': ['batches', 'bases', 'checkUps'],
      '/employment': ['fairs', 'placements', 'trainings', 'startups'],
    };
    for (const [address, views] of Object.entries(pages))
      for (const view of views) {
        await desks.go('clerk', `${address}?view=${view}`);
        const found = chineseIn(await words(page), written);
        expect({ address, view, found }).toEqual({ address, view, found: [] });
      }
    // The post that refused people, and nothing else.
    expect(desks.complaints()).toEqual([expect.stringMatching(/422 .*\/vacancies$/)]);
    const verified = await federation.demand('verify', '--nodes', COUNTY);
    expect(verified).toContain('everything adds up');
  });
});
