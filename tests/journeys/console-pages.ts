// What the pages of the console say, for comparison with what the interface says.
import type { Locator, Page } from 'playwright-core';
import type { Api } from '../api.ts';
import type { Rollup } from './figures.ts';

/** Every page of a node, each with something in it. */
export async function addresses(node: Api): Promise<string[]> {
  const { items } = await node.get<{ items: { unionId: string }[] }>(
    '/unions?limit=1&search=总工会',
  );
  return [
    '/work',
    '/work?queue=application',
    '/sessions',
    '/rollup',
    `/unions?id=${items[0]?.unionId}`,
    '/unions?view=due&asOf=2020-06-01',
    '/members',
    '/members?state=APPLIED',
    '/transfers',
    '/corrections',
    '/poster',
    '/links',
  ];
}

/** The numbers of each line, without the marks that group digits. */
export async function figuresOf(bodies: Locator): Promise<string[][]> {
  const lines = await bodies.locator('tr').all();
  return Promise.all(
    lines.map(async (line) =>
      (await line.locator('.figure').allInnerTexts()).map((text) => text.replaceAll(',', '')),
    ),
  );
}

export async function sheetOf(page: Page): Promise<string[]> {
  const lines = await figuresOf(page.locator('.matrix tbody'));
  return lines.map((line) => line.join(' ')).toSorted();
}

export function sheetFrom({ rows }: Rollup): string[] {
  return rows
    .map(({ indicator, subtree, own, partValues, ...hidden }) =>
      [
        shownAs(indicator, subtree, hidden.subtreeHidden),
        shownAs(indicator, own, hidden.ownHidden),
        ...partValues.map((value, at) => shownAs(indicator, value, hidden.partHidden[at])),
      ].join(' '),
    )
    .toSorted();
}

/** How many indicators have a number anywhere, and how many have none. */
export function cardsFrom({ rows }: Rollup): { counted: number; idle: number } {
  const all = new Set(rows.map(({ indicator }) => indicator));
  const moved = rows.filter(
    ({ own, subtree, partValues, ownHidden, subtreeHidden, partHidden }) =>
      [own, subtree, ...partValues].some((value) => value !== '0') ||
      [ownHidden, subtreeHidden, ...partHidden].some((by) => by !== ''),
  );
  const counted = new Set(moved.map(({ indicator }) => indicator)).size;
  return { counted, idle: all.size - counted };
}

export async function cardOf(page: Page, name: string): Promise<{ own: string; subtree: string }> {
  const card = page.locator('.card').filter({ hasText: name });
  const figure = async (measure: string) =>
    (await card.locator(`.measure-${measure} .figure`).innerText()).replaceAll(',', '');
  return { own: await figure('own'), subtree: await figure('subtree') };
}

/** What the panel says of where a card's figure comes from. */
export async function traceOf(page: Page, name: string): Promise<string> {
  await page.locator('.card').filter({ hasText: name }).locator('.measure-subtree button').click();
  const panel = page.getByRole('dialog');
  await panel.locator('.trace-value').waitFor();
  return panel.innerText();
}

/** All that the browser holds of a page: its markup, its fields, its address, its storage. */
export async function everything(page: Page): Promise<string> {
  const parts = [
    'document.documentElement.outerHTML',
    `[...document.querySelectorAll('input')].map(({ value }) => value).join('\\n')`,
    'location.href',
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
  ];
  return String(await page.evaluate(`[${parts.join(', ')}].join('\\n')`));
}

/** Names that are data: they are as they are in any language. */
export async function namesAt(node: Api): Promise<string[]> {
  const unions = await node.get<{ items: Record<string, unknown>[] }>('/unions?limit=200');
  const members = await node.get<{ items: Record<string, unknown>[] }>('/members?limit=100');
  const rows = [...unions.items, ...members.items];
  const fields = ['name', 'parentName', 'regionName', 'hostName', 'approvalDocNo', 'nameMasked'];
  return rows
    .flatMap((row) => [...fields, 'unionName'].map((field) => String(row[field] ?? '')))
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length);
}

export function chineseIn(texts: readonly string[], names: readonly string[]): string[] {
  return texts
    .map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text))
    .filter((text) => /\p{Script=Han}/u.test(text));
}

/** Money is counted in fen and shown in yuan, shares in hundredths of a percent, time in minutes and shown in hours. */
function shownAs(indicator: string, value: string, hidden = ''): string {
  const isMoney = indicator.endsWith('_yuan');
  if (hidden !== '') return hidden === 'SMALL' && !isMoney ? '<5' : '*';
  if (indicator.endsWith('_hours')) return (Number(value) / 60).toFixed(1);
  if (!/_(yuan|share|rate)$/.test(indicator)) return value;
  const digits = value.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
