// Who pays the fund, and how much: made up, but so that what goes back to small payers comes to what was published.
import type { FundPlan, YearPlan } from './plan.ts';
import { seeded, shares } from './random.ts';
import { baseUnionRows, townshipsOf, type UnionRow } from './unions.ts';

/** By 40 % of it a small payer's fund divides to the fen among four levels. */
const STEP_FEN = 200;
const BACK_OF_STEP_FEN = 80;
const LEAST_STEPS = 20;
/** A wage bill of which the fund is 2 %. */
const WAGES_OF_FUND = 50;
const SLIP_DIGITS = 5;

export interface FundLine {
  slipNo: string;
  uscc: string;
  period: string;
  amountFen: number;
  receivedOn: string;
}

export interface FundFile {
  name: string;
  lines: FundLine[];
}

export interface Payers {
  unions: UnionRow[];
  files: FundFile[];
  /** What those who pay much have surrendered for one of the levels above: it goes up at once. */
  largeFen: number;
}

const HALVES = [
  { name: '2019-2', period: '2019-07至2019-12', receivedOn: '2020-01-15' },
  { name: '2020-1', period: '2020-01至2020-06', receivedOn: '2020-07-15' },
] as const;

/** Two half years: with both a small payer's average is known. */
export function planPayers(plan: YearPlan): Payers {
  const { region, fund } = plan;
  const base = baseUnionRows(plan, townshipsOf(region), seeded(`gonglian ${region}`));
  const hosted = base.filter(
    ({ kind, hostUscc }) => kind === 'SINGLE_GRASSROOTS' && hostUscc !== '',
  );
  const enterprises = hosted.filter(({ unitType }) => unitType !== '400' && unitType !== '500');
  const others = hosted.filter((union) => !enterprises.includes(union));
  const unions = [...enterprises, ...others].slice(0, fund.refunds + fund.large);
  const random = seeded(`fund ${region}`);
  const small = smallSteps(fund, random);
  const steps = unions.map((_, n) => small[n] ?? 15_000 + Math.floor(random() * 30_000));
  const files = HALVES.map(({ name, ...half }, at) => ({
    name,
    lines: unions.map(({ hostUscc: uscc }, n) => ({
      slipNo: `3${region}${name.replace('-', '')}${String(n + 1).padStart(SLIP_DIGITS, '0')}`,
      uscc,
      amountFen: STEP_FEN * (at === 0 ? before(steps[n] ?? 0) : (steps[n] ?? 0)),
      ...half,
    })),
  }));
  const large = files.flatMap(({ lines }) => lines.slice(fund.refunds));
  const largeFen = large.reduce((sum, { amountFen }) => sum + (amountFen * 5) / 100, 0);
  return { unions, files, largeFen };
}

/** Of the half year that goes back. */
function smallSteps({ refunds, refundYuan }: FundPlan, random: () => number): number[] {
  return refunds === 0
    ? []
    : shares((refundYuan * 100) / BACK_OF_STEP_FEN, refunds, random, LEAST_STEPS);
}

/** A tenth less, the half year before. */
const before = (steps: number) => Math.max(1, Math.round(steps * 0.9));

const HEADINGS = [
  '完税凭证号',
  '统一社会信用代码',
  '费款所属期',
  '计费依据',
  '实缴金额',
  '税务机关',
  '入库日期',
];

/** As the tax bureau gives it. */
export function fileOf({ lines }: FundFile): { bytes: Buffer; totalFen: number } {
  const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  const rows = lines.map(({ slipNo, uscc, period, amountFen, receivedOn }) => [
    slipNo,
    uscc,
    period,
    yuan(amountFen * WAGES_OF_FUND),
    yuan(amountFen),
    '税务局',
    receivedOn,
  ]);
  const text = [HEADINGS, ...rows].map((cells) => cells.join(',')).join('\r\n');
  const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return { bytes: Buffer.from(text), totalFen };
}
