// What money may be spent on, how much at once and who agrees, as dated data (domain §5.8–5.10, §5.12, §5.9).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

/** From an amount on, in which duties the approver may be. */
export interface Tier {
  fromFen: number;
  duties: readonly string[];
}

/** What one beneficiary may get for some purposes, each time and in a year. */
export interface Limit {
  purposes: readonly string[];
  perTimeFen?: number;
  perYearFen?: number;
}

/** One of the eight prohibitions, by words that show it in what a payment says of itself. */
export interface Prohibition {
  code: string;
  words: readonly string[];
}

export interface SpendingPolicy {
  /** By how much of what was approved a budget line may be changed without a second person, in basis points. */
  'budget.free_adjustment': number;
  /** In the order of amounts, the smallest first. */
  'payment.tiers': readonly Tier[];
  /** From this amount on the minutes of a collective decision are named. */
  'payment.collective_from_fen': number;
  'payment.line_max_fen': number;
  'payment.lines_max': number;
  /** Within how many days a payment should be made where nobody says. */
  'payment.due_days': number;
  /** What money is spent on, by code. */
  'spending.purposes': readonly string[];
  'spending.prohibitions': readonly Prohibition[];
  /** By the first two digits of the node's region code, '' for all others. */
  'spending.limits': Readonly<Record<string, readonly Limit[]>>;
  /** Provinces in which festival goods may be money. */
  'festival.cash_provinces': readonly string[];
  /** How many days a bank may book before or after we do. */
  'bank.match_days': number;
}

/** In yuan. */
const each = (purposes: readonly string[], yuan: number): Limit => ({
  purposes,
  perTimeFen: yuan * 100,
});
const yearly = (purposes: readonly string[], yuan: number): Limit => ({
  purposes,
  perYearFen: yuan * 100,
});
const FESTIVALS = ['FESTIVAL_SPRING', 'FESTIVAL'] as const;

const ANHUI: readonly Limit[] = [
  yearly(FESTIVALS, 1_500),
  yearly(['BIRTHDAY'], 300),
  each(['MARRIAGE_OR_BIRTH'], 600),
  each(['HOSPITAL'], 1_000),
  each(['MEMBER_DEATH'], 2_000),
  each(['RELATIVE_DEATH'], 1_000),
  each(['RETIREMENT'], 1_000),
];

const always = { effectiveFrom: '2017-12-15', effectiveTo: null };

export const SPENDING_POLICY: readonly PolicyEntry<SpendingPolicy>[] = [
  { ...always, key: 'budget.free_adjustment', value: 1_000, orderedBy: 'domain §5.8 [K]' },
  {
    ...always,
    key: 'payment.tiers',
    value: [
      { fromFen: 0, duties: ['finance', 'chair'] },
      { fromFen: 1_000_000, duties: ['chair'] },
    ],
    orderedBy: 'design default (domain §5.12)',
  },
  {
    ...always,
    key: 'payment.collective_from_fen',
    value: 5_000_000,
    orderedBy: '三重一大; the amount is a design default (domain §5.9 [S83], §5.12)',
  },
  { ...always, key: 'payment.line_max_fen', value: 100_000_000, orderedBy: 'design default' },
  { ...always, key: 'payment.lines_max', value: 2_000, orderedBy: 'design default' },
  { ...always, key: 'payment.due_days', value: 7, orderedBy: 'design default' },
  {
    ...always,
    key: 'spending.purposes',
    value: [
      ...FESTIVALS,
      'BIRTHDAY',
      'MARRIAGE_OR_BIRTH',
      'HOSPITAL',
      'MEMBER_DEATH',
      'RELATIVE_DEATH',
      'RETIREMENT',
      'STUDY_AWARD',
      'RELIEF',
      'SEND_WARMTH',
      'MUTUAL_AID',
      'HONOUR',
      'ACTIVITY',
      'TRAINING',
      'OPERATIONS',
    ],
    orderedBy: '总工办发〔2017〕32号 art. 8 (domain §5.9); the codes are ours',
  },
  {
    ...always,
    key: 'spending.prohibitions',
    value: [
      { code: 'PROHIBITED_TREATING', words: ['请客', '送礼', '宴请', '吃请'] },
      { code: 'PROHIBITED_EXCESS_PAY', words: ['滥发', '加发奖金', '加发津贴', '加发补贴'] },
      { code: 'PROHIBITED_ENTERTAINMENT', words: ['高消费', '高档娱乐', '高尔夫', '会所'] },
      { code: 'PROHIBITED_SMALL_TREASURY', words: ['小金库', '账外'] },
      { code: 'PROHIBITED_MERGED_ACCOUNT', words: ['并入行政', '转入行政账户', '集中核算'] },
      { code: 'PROHIBITED_DIVERSION', words: ['截留', '挪用'] },
      { code: 'PROHIBITED_FUND_RAISING', words: ['集资', '担保'] },
      { code: 'PROHIBITED_UNRELATED', words: ['与工会无关', '代报销', '行政费用'] },
    ],
    orderedBy: '总工办发〔2017〕32号 art. 20 as quoted (domain §5.9 [S82, K]); the words are ours',
  },
  {
    ...always,
    key: 'spending.limits',
    value: {
      // No figures were found for the others: the lowest of those found, until a federation sets its own.
      '': [...ANHUI, each(['STUDY_AWARD'], 500)],
      '14': [yearly(FESTIVALS, 1_500)],
      '34': ANHUI,
      '52': [each(['FESTIVAL_SPRING'], 500), each(['FESTIVAL'], 200), yearly(['BIRTHDAY'], 300)],
    },
    orderedBy: 'Anhui 2018, Guizhou 2018 [S80], Shanxi [S81]; study award [S82] (domain §5.9)',
  },
  {
    ...always,
    key: 'festival.cash_provinces',
    value: ['14'],
    orderedBy: 'Shanxi [S81]; elsewhere goods only [S82] (domain §5.9)',
  },
  { ...always, key: 'bank.match_days', value: 3, orderedBy: 'design default' },
];
