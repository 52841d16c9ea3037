// A station from its proposal to the map.
import type { Page } from 'playwright-core';
import { act } from './innovation-steps.ts';
import { look } from './receipts-pages.ts';
import { follow, reached, type Desks } from './services-desks.ts';
import { day, otherNames } from './services-steps.ts';

export const STATION = '府前街驿站';

const everyHave = ['统一标识', '固定场所', '基本设施', '管理制度', '专人管理', '地图可查'];
const haves = Object.fromEntries(everyHave.map((have) => [have, 'yes']));

/** Proposed, approved by another, built, accepted, opened; counted, checked and honoured. */
export async function openStation({ go }: Desks): Promise<void> {
  const clerk = await go('clerk', '/venues?view=register');
  await act(
    clerk,
    '申报阵地',
    {
      阵地名称: STATION,
      级别: '县级',
      建设方式: '共建',
      地址: '府前街 8 号',
      纬度: '32.785000',
      经度: '119.445000',
      '面积（平方米）': '40',
      饮水: 'yes',
      微波炉: 'yes',
      申报日期: day(-30),
    },
    { picture: 'services-venue-form' },
  );
  const venue = await follow(clerk, STATION);
  const approval = { 日期: day(-28), '经费预算（元）': '20000', 文号: '示工发〔2026〕5号' };
  const chair = await go('chair', venue);
  await act(chair, '批准建设', approval);
  await reached(chair, '已批准');
  await go('clerk', venue);
  await act(clerk, '开始建设', { 日期: day(-27) });
  await reached(clerk, '建设中');
  await act(clerk, '验收通过', { 日期: day(-10), ...haves, 文号: '示工发〔2026〕6号' });
  await reached(clerk, '已验收');
  await act(clerk, '开放', { 日期: day(-9) });
  await reached(clerk, '开放');
  await act(clerk, '登记服务人次', { 日期: day(-1), 人次: '86' });
  const room = { 挂牌类别: '爱心母婴室', 牌子名称: '府前街母婴室', 挂牌日期: day(-5) };
  await act(clerk, '加挂牌子', room);
  await act(clerk, '年度检查', { 检查日期: day(0), ...haves });
  const title = { 称号: '最美驿站', 授予级别: '市级', 文号: '示工发〔2026〕7号' };
  await act(clerk, '授予称号', { ...title, 授予日期: day(0) });
  await clerk.getByRole('table').getByText('最美驿站').waitFor();
  await look(clerk, 'services-venue');
}

export interface Found {
  /** The nearest first. */
  names: string[];
  metres: number[];
}

/** From where the map is pressed, just beside the mark of the station. */
export async function findNear(page: Page): Promise<Found> {
  await page.locator('.station').nth(otherNames.length).waitFor();
  await page.getByRole('button', { name: STATION }).click();
  await page.locator('.map-name').getByText(STATION).waitFor();
  const mark = await page.locator('.map-chosen circle').boundingBox();
  if (!mark) throw new Error('no map is drawn');
  await page.mouse.click(mark.x + mark.width + 12, mark.y + mark.height + 12);
  await page.locator('.map-here').waitFor();
  await page.locator('.station-far').nth(otherNames.length).waitFor();
  const far = await page.locator('.station-far').allInnerTexts();
  return {
    names: await page.locator('.station-name button').allInnerTexts(),
    metres: far.map((text) => Number.parseFloat(text) * (text.includes('公里') ? 1_000 : 1)),
  };
}
