// The indicators this node counts: code, names, type and definition (domain/indicators.csv).
import { ACTIVITY_INDICATORS } from './activity-indicators.ts';
import { CAMPAIGN_INDICATORS } from './campaign-indicators.ts';
import { CONTEST_INDICATORS } from './contest-indicators.ts';
import { EMPLOYMENT_INDICATORS } from './employment-indicators.ts';
import { HONOUR_INDICATORS } from './honour-indicators.ts';
import { INNOVATION_INDICATORS } from './innovation-indicators.ts';
import { LEARNING_INDICATORS } from './learning-indicators.ts';
import { CARE_INDICATORS } from './care-indicators.ts';
import { PROGRAMME_INDICATORS } from './programme-indicators.ts';
import { RECUPERATION_INDICATORS } from './recuperation-indicators.ts';
import { RELIEF_INDICATORS } from './relief-indicators.ts';
import { RIGHTS_INDICATORS } from './rights-indicators.ts';
import { VENUE_INDICATORS } from './venue-indicators.ts';

/** A set counts what is different, a rate is worked out where it is read: neither adds up (ADR 0033). */
export type IndicatorType = 'flow' | 'stock' | 'set' | 'rate';

export interface IndicatorSpec {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly service: 'organisation' | 'membership' | 'finance' | 'competitions' | 'welfare';
  /** Whole numbers: money is counted in fen and shown in yuan, hours in minutes, shares in hundredths of a percent. */
  readonly unit:
    | 'count'
    | 'event'
    | 'person'
    | 'person_time'
    | 'household'
    | 'fen'
    | 'minute'
    | 'basis_point';
  readonly type: IndicatorType;
  readonly definition: string;
  /** Keys of the "of which" kept beside the total. */
  readonly dims: readonly string[];
  /** Read from the net changes of this stock; it has no cells of its own. */
  readonly readFrom?: string;
  /** Of a set: the dimension that names its members. Each has cells that add up; the set counts those that are not 0. */
  readonly member?: string;
  /** Of a rate: it is the share that these cells have of their indicator's total. */
  readonly share?: { readonly of: string; readonly dims: string };
  /**
   * Of people in need: where fewer than five are, nobody is told how many (ADR 0035). `heads`: of money, the indicator of
   * those it went to. `as`: the same number stands there too.
   */
  readonly sensitive?: {
    readonly heads?: string;
    readonly as?: { readonly indicator: string; readonly dims: string };
  };
}

const UNION_DIMS = ['org_kind', 'part_of'] as const;
const MEMBER_DIMS = ['sex', 'worker_group'] as const;

export const INDICATORS = [
  {
    code: 'unions_newly_established',
    nameZh: '新建工会数',
    nameEn: 'Unions newly established',
    service: 'organisation',
    unit: 'count',
    type: 'flow',
    definition:
      '期内成立的基层工会数（以批准成立日期为准）；独立工会、非公企业等为其中项，不另相加。',
    dims: UNION_DIMS,
  },
  {
    code: 'unions_total',
    nameZh: '基层工会组织数（存量）',
    nameEn: 'Grassroots unions',
    service: 'organisation',
    unit: 'count',
    type: 'stock',
    definition: '截止日存续的基层工会数：累计成立减累计撤销、合并。',
    dims: UNION_DIMS,
  },
  {
    code: 'unions_net_increase',
    nameZh: '工会组织净增数',
    nameEn: 'Net increase of unions',
    service: 'organisation',
    unit: 'count',
    type: 'flow',
    definition: '期末基层工会组织数减期初基层工会组织数。',
    dims: UNION_DIMS,
    readFrom: 'unions_total',
  },
  {
    code: 'union_reelections_completed',
    nameZh: '到期换届改选数',
    nameEn: 'Re-elections completed',
    service: 'organisation',
    unit: 'count',
    type: 'flow',
    definition: '期内召开且结果获批的换届改选次数（以召开日期为准）。',
    dims: [],
  },
  {
    code: 'union_groups_established',
    nameZh: '新建工会小组数',
    nameEn: 'Union groups established',
    service: 'organisation',
    unit: 'count',
    type: 'flow',
    definition: '期内成立的工会小组数。',
    dims: [],
  },
  {
    code: 'members_recruited',
    nameZh: '发展（新增）会员数',
    nameEn: 'Members recruited',
    service: 'membership',
    unit: 'person',
    type: 'flow',
    definition: '期内入会的会员数（以入会日期为准）；接转不计，退会后再入会计入。',
    dims: MEMBER_DIMS,
  },
  {
    code: 'members_total',
    nameZh: '会员总数（实名制会员数）',
    nameEn: 'Members',
    service: 'membership',
    unit: 'person',
    type: 'stock',
    definition: '截止日会籍有效的会员数；保留会籍者不计。',
    dims: MEMBER_DIMS,
  },
  {
    code: 'members_net_increase',
    nameZh: '会员净增数',
    nameEn: 'Net increase of members',
    service: 'membership',
    unit: 'person',
    type: 'flow',
    definition: '期末会员总数减期初会员总数。',
    dims: MEMBER_DIMS,
    readFrom: 'members_total',
  },
  {
    code: 'dues_refund_enterprises',
    nameZh: '返还工会经费小微企业数',
    nameEn: 'Refunds of the fund to small payers',
    service: 'finance',
    unit: 'count',
    type: 'flow',
    definition: '期内由银行付讫的小额缴费返还家次（以银行付款日期为准），计入付款的工会。',
    dims: ['org_kind'],
  },
  {
    code: 'dues_refund_yuan',
    nameZh: '小额缴费工会经费返还金额',
    nameEn: 'Fund refunded to small payers',
    service: 'finance',
    unit: 'fen',
    type: 'flow',
    definition: '期内由银行付讫的小额缴费返还金额（以银行付款日期为准），计入付款的工会。',
    dims: ['org_kind'],
  },
  {
    code: 'audits_performed',
    nameZh: '审计（审查）次数',
    nameEn: 'Audits performed',
    service: 'finance',
    unit: 'count',
    type: 'flow',
    definition:
      '期内办结的审计项目数（以办结日期为准），计入被审计的工会；按审计类型、是否委托中介机构另列其中。',
    dims: ['direction', 'auditor'],
  },
  {
    code: 'audit_reports_issued',
    nameZh: '出具审计报告份数',
    nameEn: 'Audit reports issued',
    service: 'finance',
    unit: 'count',
    type: 'flow',
    definition: '期内出具的审计报告份数（以报告日期为准）。',
    dims: [],
  },
  {
    code: 'audit_opinions_raised',
    nameZh: '审计提出意见条数',
    nameEn: 'Audit findings raised',
    service: 'finance',
    unit: 'count',
    type: 'flow',
    definition: '期内审计提出的问题和意见条数（以提出日期为准）。',
    dims: [],
  },
  {
    code: 'finance_inspection_units',
    nameZh: '经费收支督查单位数',
    nameEn: 'Units inspected',
    service: 'finance',
    unit: 'count',
    type: 'flow',
    definition: '期内实地督查经费收支的单位家次（以督查日期为准），计入被督查的工会。',
    dims: [],
  },
  {
    code: 'subsidy_applications_filed',
    nameZh: '申报补助项目数',
    nameEn: 'Subsidy applications filed',
    service: 'finance',
    unit: 'count',
    type: 'flow',
    definition:
      '期内提交的补助申报项目数（以最近一次提交日期为准），计入申报的工会；按名单下达的不计。',
    dims: [],
  },
  {
    code: 'subsidy_applied_yuan',
    nameZh: '申报补助金额',
    nameEn: 'Subsidies applied for',
    service: 'finance',
    unit: 'fen',
    type: 'flow',
    definition:
      '期内提交的补助申报金额（以最近一次提交日期和金额为准），计入申报的工会；按名单下达的不计。',
    dims: [],
  },
  ...CONTEST_INDICATORS,
  ...HONOUR_INDICATORS,
  ...INNOVATION_INDICATORS,
  ...LEARNING_INDICATORS,
  ...PROGRAMME_INDICATORS,
  ...CARE_INDICATORS,
  ...CAMPAIGN_INDICATORS,
  ...RELIEF_INDICATORS,
  ...RIGHTS_INDICATORS,
  ...RECUPERATION_INDICATORS,
  ...EMPLOYMENT_INDICATORS,
  ...VENUE_INDICATORS,
  ...ACTIVITY_INDICATORS,
] as const satisfies readonly IndicatorSpec[];

export type IndicatorCode = (typeof INDICATORS)[number]['code'];
/** An indicator that has cells. */
export type CellIndicator = Exclude<
  (typeof INDICATORS)[number],
  { readonly readFrom: string } | { readonly share: object }
>['code'];

const byCode = new Map<string, IndicatorSpec>(INDICATORS.map((each) => [each.code, each]));

/** Stocks: their cells hold the net change of a month (ADR 0006). */
export const STOCKS: readonly string[] = INDICATORS.filter(({ type }) => type === 'stock').map(
  ({ code }) => code,
);

/** Their cells are of their members. */
export const SETS: readonly string[] = INDICATORS.filter(({ type }) => type === 'set').map(
  ({ code }) => code,
);

/** Of people in need: few of them are not shown. */
export const SENSITIVE: readonly string[] = (INDICATORS as readonly IndicatorSpec[])
  .filter(({ sensitive }) => sensitive !== undefined)
  .map(({ code }) => code);

const AREAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    contests: CONTEST_INDICATORS,
    honours: [...HONOUR_INDICATORS, ...CARE_INDICATORS],
    innovation: INNOVATION_INDICATORS,
    learning: LEARNING_INDICATORS,
    programmes: PROGRAMME_INDICATORS,
    campaigns: CAMPAIGN_INDICATORS,
    relief: RELIEF_INDICATORS,
    rights: RIGHTS_INDICATORS,
    work: [...RECUPERATION_INDICATORS, ...EMPLOYMENT_INDICATORS],
    venues: [...VENUE_INDICATORS, ...ACTIVITY_INDICATORS],
  }).flatMap(([area, all]) => all.map(({ code }) => [code, area] as const)),
);

/** What it is shown among; a service with few indicators is one area. */
export function areaOf(code: string): string {
  return AREAS.get(code) ?? byCode.get(code)?.service ?? '';
}

export function findIndicator(code: string): IndicatorSpec | undefined {
  return byCode.get(code);
}

/** Whether somebody may type it in: what is read from other cells has none of its own to hold it. */
export function isDerived(code: string): boolean {
  const spec = byCode.get(code);
  return spec?.readFrom !== undefined || spec?.type === 'set' || spec?.type === 'rate';
}

export function isStock(code: string): boolean {
  return byCode.get(code)?.type === 'stock';
}
