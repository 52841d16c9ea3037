// What the journey of a contest begins with: three units with people, and accounts of whoever acts in it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { Client } from 'pg';
import type { Locator, Page } from 'playwright-core';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { openApi, type Api } from '../api.ts';
import type { NodeConfig } from '../federation.ts';
import { openMoney } from './innovation-steps.ts';
import { COUNTY } from './money.ts';
import { look } from './receipts-pages.ts';
import { somePeople, unionRow } from './work.ts';

export const root = nodeRootUnionId(COUNTY);
const NAMES = ['恒泰机械有限公司工会', '华源电缆有限公司工会', '宏丰化工有限公司工会'];
export const units: readonly UnionRow[] = NAMES.map((name, n) => ({
  ...unionRow(COUNTY, n + 1),
  name,
}));

/** The first is a member of the first unit, with an account of his own. */
export const people = somePeople(0, 6);
export const NAME = '高邮市职工焊接技能竞赛';
export const LABOUR = '重点工程劳动竞赛';
export const ABOVE = '扬州市职工焊接技能竞赛';
const BASIS = '邮工发〔2026〕8号 关于举办职工技能竞赛的通知';
export const year = new Date().getFullYear();

/** What a plan says whatever it is of. */
const PLAN = {
  unionId: root,
  competitionClass: 0,
  organiserName: '',
  season: year,
  basisDocument: BASIS,
  heldFrom: `${year}-01-01`,
  heldTo: `${year}-12-31`,
  parentCompetitionId: '',
  projectName: '',
  prizeFen: '0',
  organisingFen: '0',
  stages: [],
  trades: [],
};

export interface Contest {
  clerk: Api;
  chair: Api;
  memberNo: string;
}

export async function openContest(origin: string): Promise<Contest> {
  const [clerk, chair] = [await openApi(origin), await openApi(origin, 'chair')];
  await clerk.post('/unions/enrolments', { rows: units });
  const [{ unionId } = { unionId: '' }] = units;
  await eventually(() =>
    clerk.post('/members/batches', { unionId, joinedOn: '2020-05-06', rows: people.slice(0, 1) }),
  );
  const { items } = await clerk.get<{ items: { memberNo: string }[] }>(
    `/members?unionId=${unionId}&limit=1`,
  );
  await openMoney(origin);
  await openAbove(clerk);
  await openLabour(clerk, chair);
  return { clerk, chair, memberNo: items[0]?.memberNo ?? '' };
}

interface Standing {
  competitionId: string;
  version: number;
  state: string;
}

/** What the city holds, and this county sends somebody to. */
async function openAbove(clerk: Api): Promise<void> {
  const trade = { tradeId: '', title: '焊工', standardGrade: 0, places: 2, taken: 0, ageMax: 0 };
  await clerk.post('/competitions', {
    ...PLAN,
    name: ABOVE,
    kind: 'SKILL',
    level: 'CITY',
    competitionClass: 2,
    origin: 'JOINED',
    organiserName: '扬州市总工会',
    trades: [{ ...trade, finalists: 0, modules: [] }],
  });
}

/** A labour competition as far as its units report: what is filled in by hand elsewhere. */
async function openLabour(clerk: Api, chair: Api): Promise<void> {
  const draft = { ...PLAN, name: LABOUR, kind: 'LABOUR', level: 'COUNTY', origin: 'HELD' };
  let at = await clerk.post<Standing>('/competitions', draft);
  const place = `/competitions/${at.competitionId}`;
  const looked = () => ({ expectedVersion: at.version });
  at = await clerk.post(`${place}/file`, looked());
  at = await chair.post(`${place}/decision`, { ...looked(), approve: true, reason: '' });
  for (const toState of ['ANNOUNCED', 'ENROLLING', 'QUALIFYING', 'FINAL']) {
    if (toState === 'QUALIFYING')
      await eventually(() =>
        clerk.post(`${place}/units`, {
          unionId: units[2]?.unionId ?? '',
          workers: 120,
          targets: [{ title: '完成产值', measure: '万元', targetHundredths: '120000' }],
        }),
      );
    at = await clerk.post(`${place}/step`, { ...looked(), toState, appealHours: 0 });
  }
}

/** Two hours go by. */
export const closeAppeals = (config: NodeConfig): Promise<void> =>
  changeOne(
    config,
    `update competitions.competition set appeal_until = now() where state = 'APPEAL_WINDOW'`,
  );

/** What time alone would change. */
export async function changeOne({ database }: NodeConfig, statement: string): Promise<void> {
  const { port, name, owner } = database;
  const client = new Client({ host: '127.0.0.1', port, database: name, ...owner });
  await client.connect();
  await client.query(`select set_config('gonglian.reach', 'all', false)`);
  const { rowCount } = await client.query(statement);
  await client.end();
  if (rowCount !== 1) throw new Error(`${rowCount} rows were changed`);
}

/** Somebody at a terminal, without a node. */
export function verifyAtTerminal(
  text: string,
  key: string,
): Promise<{ code: number; said: string }> {
  const launcher = path.resolve(import.meta.dirname, '../../gonglian');
  const child = spawn(launcher, ['certificate', 'verify', text, '--key', key]);
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  return new Promise((done) => {
    child.once('close', (code) => done({ code: code ?? 1, said }));
  });
}

/** Asks, says what the dialog wants to know, and does it. */
export async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Types the beginning of it, and takes the first that is found. */
export async function choose(
  dialog: Locator,
  label: string,
  name: string,
  typed = 4,
): Promise<void> {
  const field = dialog.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(name.slice(0, typed));
  await dialog.locator('.option-union').filter({ hasText: name }).first().click();
}

/** As the member reads it himself. */
export async function benchOf(page: Page): Promise<number> {
  const { items } = (await page.evaluate(
    `fetch('/api/v1/me/competitions').then((answer) => answer.json())`,
  )) as { items: { benchNo: number }[] };
  return items[0]?.benchNo ?? 0;
}

/** Asks for the money of the first prize where it stands, and follows the link to that one payment. */
export async function payPrize(clerk: Page): Promise<void> {
  await clerk.getByRole('button', { name: '提出付款' }).first().click();
  const dialog = clerk.locator('dialog[open]');
  await dialog.getByLabel('文号').fill('邮工奖〔2026〕6号');
  await dialog.getByLabel('金额（元）').fill('8,000');
  await dialog.getByLabel('收款账号').fill('6222021234567890123');
  await dialog.getByLabel('收款行联行号').fill('105312500018');
  await look(clerk, 'contest-prize-asked');
  await dialog.getByRole('button', { name: '提出付款' }).click();
  await dialog.waitFor({ state: 'detached' });
  await clerk.getByRole('link', { name: '查看付款' }).waitFor();
  await look(clerk, 'contest-results');
  await clerk.getByRole('link', { name: '查看付款' }).click();
  await clerk.getByRole('heading', { level: 2, name: '竞赛奖金' }).waitFor();
  await clerk.getByText('8,000.00').first().waitFor();
  await look(clerk, 'contest-payout');
}
