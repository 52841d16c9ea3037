import { chart, chartAccount, type AccountKind } from '@gonglian/kernel/chart.ts';

export const REPORTS = ['01', '02'] as const;
/** 01: balance sheet; 02: income and expenditure (domain §5.7). */
export type Report = (typeof REPORTS)[number];

/** A sum of one account code: debit above zero. */
export interface CodeSum {
  code: string;
  openingFen: number;
  amountFen: number;
}

export interface Line {
  section: AccountKind | 'TOTAL';
  code: string;
  nameZh: string;
  openingFen: number;
  amountFen: number;
}

const SECTIONS: Record<Report, readonly AccountKind[]> = {
  '01': ['ASSET', 'LIABILITY', 'NET_ASSET'],
  '02': ['INCOME', 'EXPENDITURE'],
};
const SECTION_NAMES: Record<AccountKind, string> = {
  ASSET: '资产合计',
  LIABILITY: '负债合计',
  NET_ASSET: '净资产合计',
  INCOME: '收入合计',
  EXPENDITURE: '支出合计',
};
/** Income beyond expenditure that is not carried over yet belongs to the net assets all the same. */
const SURPLUS = { code: '322+', nameZh: '本期收支差额' } as const;

/** By first-level account, on the side on which its section grows, with a total a section. */
export function decideStatement(
  report: Report,
  sums: readonly CodeSum[],
): { items: Line[]; balanced: boolean } {
  const items = SECTIONS[report].flatMap((section) => sectionOf(section, sums, report));
  const total = (section: AccountKind) => items.find(({ code }) => code === section);
  const differs = (of: 'openingFen' | 'amountFen') =>
    (total('ASSET')?.[of] ?? 0) - (total('LIABILITY')?.[of] ?? 0) - (total('NET_ASSET')?.[of] ?? 0);
  const balanced = report === '02' || (differs('openingFen') === 0 && differs('amountFen') === 0);
  return { items, balanced };
}

function sectionOf(section: AccountKind, sums: readonly CodeSum[], report: Report): Line[] {
  const sign = section === 'ASSET' || section === 'EXPENDITURE' ? 1 : -1;
  const lines = chart()
    .filter(({ code, kind }) => code.length === 3 && kind === section)
    .map(({ code, nameZh }) => ({ section, code, nameZh, ...sumOf(sums, sign, startsWith(code)) }));
  if (section === 'NET_ASSET' && report === '01')
    lines.push({ section, ...SURPLUS, ...sumOf(sums, -1, isOfYear) });
  const shown = lines.filter(({ openingFen, amountFen }) => openingFen !== 0 || amountFen !== 0);
  const all = shown.reduce(
    (sum, line) => ({
      openingFen: sum.openingFen + line.openingFen,
      amountFen: sum.amountFen + line.amountFen,
    }),
    { openingFen: 0, amountFen: 0 },
  );
  return [...shown, { section: 'TOTAL', code: section, nameZh: SECTION_NAMES[section], ...all }];
}

const startsWith = (first: string) => (code: string) => code.startsWith(first);

function isOfYear(code: string): boolean {
  const kind = chartAccount(code)?.kind;
  return kind === 'INCOME' || kind === 'EXPENDITURE';
}

function sumOf(sums: readonly CodeSum[], sign: 1 | -1, holds: (code: string) => boolean) {
  let [openingFen, amountFen] = [0, 0];
  for (const sum of sums) {
    if (!holds(sum.code)) continue;
    openingFen += sign * sum.openingFen;
    amountFen += sign * sum.amountFen;
  }
  return { openingFen, amountFen };
}
