// The accounts of the union accounting system (工会会计制度, 财会〔2021〕7号, in force 2022-01-01; domain §5.7). First-level
// accounts may be neither added nor merged; prescribed sub-accounts may be neither merged nor renamed.

export const ACCOUNT_SETS = ['GRASSROOTS', 'COUNTY'] as const;
/** The set of a grassroots union, or of a federation at county level and above. */
export type AccountSet = (typeof ACCOUNT_SETS)[number];

export type AccountKind = 'ASSET' | 'LIABILITY' | 'NET_ASSET' | 'INCOME' | 'EXPENDITURE';
export type Side = 'debit' | 'credit';

export interface ChartAccount {
  /** Three digits, or five of a prescribed sub-account. */
  code: string;
  nameZh: string;
  nameEn: string;
  kind: AccountKind;
  /** The side on which it grows. */
  side: Side;
  grassroots: boolean;
  county: boolean;
}

/**
 * Code, sets (g, c), Chinese, English; a sub-account is of the sets of its account. Of 321, 322, 506 and 507 the sources
 * give codes without names: here are those that domain §5.7 posts to, under names that say what it posts there.
 */
const LINES = `
101 gc 库存现金 cash on hand
102 gc 银行存款 bank deposits
111 c 零余额账户用款额度 zero-balance account quota
121 c 财政应返还额度 fiscal quota receivable
131 gc 应收上级经费 receivable from upper union
13101 应收上级补助 subsidy receivable from upper union
13102 应收上级转拨经费 passed-on funds receivable from upper union
132 c 应收下级经费 receivable from lower unions
135 gc 其他应收款 other receivables
141 gc 库存物品 inventories
151 c 投资 investments
161 c 在建工程 construction in progress
162 gc 固定资产 fixed assets
163 gc 累计折旧 accumulated depreciation
171 c 无形资产 intangible assets
172 c 累计摊销 accumulated amortisation
181 c 长期待摊费用 long-term deferred expenses
182 gc 待处理财产损溢 assets pending disposal
201 c 应付职工薪酬 payroll payable
211 gc 应付上级经费 payable to upper union
212 c 应付下级经费 payable to lower unions
21201 应付下级补助 subsidy payable to lower unions
21202 应付下级转拨经费 passed-on funds payable to lower unions
215 gc 其他应付款 other payables
221 c 代管经费 funds held in trust
301 gc 资产基金 asset fund
30101 库存物品 inventories
30102 投资 investments
30103 在建工程 construction in progress
30104 固定资产 fixed assets
30105 无形资产 intangible assets
30106 长期待摊费用 long-term deferred expenses
311 c 专用基金 special fund
321 gc 工会资金结转 carry-over of union funds
32103 本年项目收支结转 project income and expenditure carried over
322 gc 工会资金结余 surplus of union funds
32203 本年收支结余 surplus of income over expenditure
32205 投资占用结余 surplus held in investments
331 c 财政拨款结转 fiscal carry-over
332 c 财政拨款结余 fiscal surplus
341 c 预算稳定调节基金 budget stabilisation fund
401 g 会费收入 membership dues
402 gc 拨缴经费收入 fund income
403 gc 上级补助收入 subsidy from upper union
40301 一般性转移支付收入 general transfers received
40302 专项转移支付收入 special transfers received
404 c 政府补助收入 government subsidy
40401 财政拨款收入 fiscal appropriation
40402 非同级财政拨款收入 appropriation of another level
405 g 行政补助收入 employer subsidy
406 c 附属单位上缴收入 surrender by affiliates
407 c 投资收益 investment gains
408 gc 其他收入 other income
411 c 动用预算稳定调节基金 use of stabilisation fund
501 g 职工活动支出 member activities
50101 职工教育支出 education
50102 文体活动支出 culture and sport
50103 宣传活动支出 publicity
50104 劳模职工疗休养支出 recuperation of model and other workers
50105 会员活动支出 member events
50106 其他活动支出 other activities
502 c 职工活动组织支出 organising activities
50201 职工教育支出 education
50202 文体活动支出 culture and sport
50203 宣传活动支出 publicity
50204 劳模职工疗休养支出 recuperation of model and other workers
50205 会员活动支出 member events
50206 其他活动支出 other activities
503 gc 职工服务支出 member services
50301 劳动和技能竞赛支出 competitions
50302 建家活动支出 workers' homes
50303 职工创新活动支出 innovation
50304 职工书屋活动支出 reading rooms
50305 其他服务支出 other services
504 gc 维权支出 rights protection
50401 劳动关系协调支出 labour relations
50402 劳动保护支出 labour protection
50403 法律援助支出 legal aid
50404 困难职工帮扶支出 relief of workers in need
50405 送温暖支出 send-warmth
50406 其他维权支出 other protection
505 gc 业务支出 operations
50501 培训支出 training
50502 会议支出 meetings
50503 专项业务支出 special operations
50504 其他业务支出 other operations
506 c 行政支出 administration
507 gc 资本性支出 capital spending
508 c 补助下级支出 subsidies to lower unions
50801 一般性转移支付支出 general transfers paid
50802 专项转移支付支出 special transfers paid
509 c 对附属单位的支出 spending on affiliates
510 gc 其他支出 other spending
521 c 安排预算稳定调节基金 allocation to stabilisation fund`;

const KINDS: Readonly<Record<string, AccountKind>> = {
  1: 'ASSET',
  2: 'LIABILITY',
  3: 'NET_ASSET',
  4: 'INCOME',
  5: 'EXPENDITURE',
};
/** What is written down beside an asset, and so grows on the other side. */
const CONTRA_ASSETS: ReadonlySet<string> = new Set(['163', '172']);

const CHART: ReadonlyMap<string, ChartAccount> = readLines();

/** Every account, in the order of codes; of one set where one is named. */
export function chart(set?: AccountSet): ChartAccount[] {
  return [...CHART.values()].filter(
    ({ grassroots, county }) => set === undefined || (set === 'GRASSROOTS' ? grassroots : county),
  );
}

/** undefined for a code that the system does not prescribe. */
export function chartAccount(code: string): ChartAccount | undefined {
  return CHART.get(code);
}

function readLines(): Map<string, ChartAccount> {
  const accounts = new Map<string, ChartAccount>();
  for (const line of LINES.trim().split('\n')) {
    const read = /^(?<code>\d{3}|\d{5}) (?:(?<sets>g?c?) )?(?<nameZh>\S+) (?<nameEn>.+)$/.exec(
      line,
    );
    const { code = '', sets, nameZh = '', nameEn = '' } = read?.groups ?? {};
    const kind = KINDS[code.charAt(0)];
    if (kind === undefined) throw new Error(`no account: ${line}`);
    const parent = accounts.get(code.slice(0, 3));
    accounts.set(code, {
      code,
      nameZh,
      nameEn,
      kind,
      side: sideOf(code, kind),
      grassroots: sets?.includes('g') ?? parent?.grassroots ?? false,
      county: sets?.includes('c') ?? parent?.county ?? false,
    });
  }
  return accounts;
}

function sideOf(code: string, kind: AccountKind): Side {
  if (CONTRA_ASSETS.has(code.slice(0, 3))) return 'credit';
  return kind === 'ASSET' || kind === 'EXPENDITURE' ? 'debit' : 'credit';
}
