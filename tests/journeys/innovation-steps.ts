// What the journey of innovation does again and again, and what it does beside its screens.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Locator, Page } from 'playwright-core';
import { openApi, type Api } from '../api.ts';
import { open } from './browser.ts';
import { deskOf } from './honours-desks.ts';
import { COUNTY } from './money.ts';
import { look } from './receipts-pages.ts';

const proof = {
  name: '现场照片.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('a picture of it'),
};
const sha256 = 'a'.repeat(64);

/** Beside whoever leads it, one a line. */
export const team = [
  '张三,11010519491231002X',
  '王五,440524188001010014',
  '赵国强,329999199003072013',
  '周晓岚,32999919851120302X',
].join('\n');

/** What an award is paid from: an account of the federation, and a line of its budget that a second person agreed to. */
export async function openMoney(origin: string): Promise<void> {
  const unionId = nodeRootUnionId(COUNTY);
  const finance = await openApi(origin, 'finance');
  const chair = await openApi(origin, 'chair');
  const account = { bank: 'bank-1', holderName: '示范总工会', bankCode: '105312500018' };
  const opened = { unionId, ...account, accountNumber: '32050174883600000001' };
  // Right after the start finance may not have heard of the union yet.
  await eventually(() => finance.post('/bank-accounts', opened));
  const line = await finance.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId,
    fiscalYear: new Date().getFullYear(),
    accountCode: '50402',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '1000000',
    documentNo: '示工发〔2026〕1号',
    reason: '年度预算',
  });
  const { lineId, version: expectedVersion } = line;
  await chair.post(`/budget/lines/${lineId}/approval`, { expectedVersion });
}

interface Studio {
  studioId: string;
  version: number;
}

/** What is said in a dialog, by the words of its fields. */
type Said = Readonly<Record<string, string>>;

async function fill(dialog: Locator, said: Said, files: readonly string[]): Promise<void> {
  for (const [field, value] of Object.entries(said)) {
    const input = dialog.getByLabel(field, { exact: true });
    if ((await input.evaluate((one) => one.tagName)) === 'SELECT')
      await input.selectOption({ label: value });
    else if ((await input.getAttribute('type')) === 'checkbox') await input.check();
    else await input.fill(value);
    // A union is found by its name, then chosen.
    if ((await input.getAttribute('role')) === 'combobox')
      await dialog.locator('.option-union').filter({ hasText: value }).first().click();
  }
  for (const [at, field] of files.entries()) {
    await dialog.getByLabel(field, { exact: true }).setInputFiles(proof);
    await dialog
      .getByText(/SHA-256 [0-9a-f]{64}/)
      .nth(at)
      .waitFor();
  }
}

/** Opens what asks, says what it wants to know, and does it. */
export async function act(
  page: Page,
  name: string,
  said: Said = {},
  { files = [], picture = '' }: { files?: readonly string[]; picture?: string } = {},
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await answer(page, name, said, { files, picture });
}

/** The same where the dialog stands open. */
export async function answer(
  page: Page,
  name: string,
  said: Said,
  { files = [], picture = '' }: { files?: readonly string[]; picture?: string } = {},
): Promise<void> {
  const dialog = page.locator('dialog[open]');
  await fill(dialog, said, files);
  if (picture !== '') await look(page, picture);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Confirmed by the unit's chair, reviewed, visited and published, long enough ago. */
export async function nameStudio(origin: string): Promise<void> {
  const clerk = await openApi(origin);
  const chair = await openApi(origin, 'chair');
  const { items } = await clerk.get<{ items: Studio[] }>('/studios');
  const [applied] = items;
  if (!applied) throw new Error('no studio was applied for');
  const at = `/studios/${applied.studioId}`;
  const seen = { expectedVersion: applied.version, stepOn: '2020-03-05' };
  const checked = await chair.post<Studio>(`${at}/check`, { ...seen, passed: true, note: '属实' });
  let { version } = checked;
  for (const [step, stepOn] of [
    ['COUNTY_REVIEW', '2020-03-12'],
    ['SITE_CHECK', '2020-03-20'],
    ['PUBLICITY', '2020-03-23'],
  ]) {
    version = await goOn(clerk, at, { expectedVersion: version, step, stepOn });
  }
}

async function goOn(clerk: Api, at: string, found: object): Promise<number> {
  const body = { ...found, note: '符合条件', evidenceSha256: [sha256] };
  return (await clerk.post<Studio>(`${at}/decision`, body)).version;
}

/** By a desk of the union below, so that three persons sign. */
export async function checkStudy(origin: string): Promise<void> {
  type Study = { studyId: string; unionId: string; version: number };
  const { items } = await (await openApi(origin)).get<{ items: Study[] }>('/study-subsidies');
  const [applied] = items;
  if (!applied) throw new Error('nobody has applied');
  const { studyId, unionId, version: expectedVersion } = applied;
  const unit = await deskOf(origin, unionId);
  await unit.post(`/study-subsidies/${studyId}/check`, { expectedVersion, passed: true });
}

/** A programme of two targets, and what counts towards each of them. */
export async function launchProgramme(desk: Page, origin: string): Promise<void> {
  await open(desk, `${origin}/reform`);
  await desk.getByRole('button', { name: '发起工程' }).click();
  const dialog = desk.locator('dialog[open]');
  await dialog.getByRole('button', { name: '再加一项目标' }).click();
  const asked = {
    名称: '“双百千万”竞赛工程',
    文号: '合工发〔2026〕3号',
    '第 1 项指标': '实训基地（个）',
    '第 1 项目标数': '1',
    '第 2 项指标': '助企技术服务（次）',
    '第 2 项目标数': '2',
  };
  await fill(dialog, asked, []);
  await look(desk, 'reform-launch');
  await dialog.getByRole('button', { name: '发起工程' }).click();
  await dialog.waitFor({ state: 'detached' });
  await open(desk, `${origin}/reform?view=designations`);
  const base = { 名称: '合成数控实训基地', 级别: '县级', 文号: '合工发〔2026〕21号' };
  await act(desk, '命名', base);
  await open(desk, `${origin}/reform?view=supports`);
  const visit = { 服务对象: '合成织造厂', 服务事项: '织机断纬率高', 参加的劳模工匠: '3' };
  await act(desk, '申报服务', visit);
}

const study: Said = {
  学历: '本科',
  申请阶段: '入学',
  学校: '江苏开放大学',
  专业: '机械设计',
  '已交学费（元）': '6,800',
};

/** What a desk says of a worker of that union who studies for a degree. */
export const degree = (works: string): Said => ({
  工会: works,
  姓名: '周晓岚',
  证件号码: '32999919851120302X',
  ...study,
});

/** He applies by himself, and reads how far it has come. */
export async function applyOwn(member: Page): Promise<void> {
  await act(member, '申请补助', study, { files: ['证明材料'], picture: 'innovation-own-study' });
  const own = member.locator('.section').filter({ hasText: '求学圆梦补助' });
  await own.getByText('本科·入学').waitFor();
  await own.getByText('待核实').waitFor();
  await own.scrollIntoViewIfNeeded();
  await look(member, 'innovation-my-study');
}

/** The days for an answer are over: the workbench says how many, and leads to them. */
export async function followLate(desk: Page, origin: string): Promise<void> {
  await open(desk, `${origin}/work`);
  await look(desk, 'innovation-late');
  await desk.getByRole('link', { name: /^1.*合理化建议逾期未答复/ }).click();
  await desk.getByRole('button', { name: '改进换刀顺序' }).waitFor();
}

/** The link beside a record leads to its one payment: the budget has no line for training. */
export async function dropRefused(desk: Page): Promise<void> {
  await desk.getByRole('heading', { level: 2, name: '求学圆梦补助' }).waitFor();
  await desk.getByText('没有对应的预算项').waitFor();
  await look(desk, 'innovation-payout');
  await act(desk, '撤回付款');
  await desk.getByText('已撤回').first().waitFor();
}
