// What the report says, block by block: of what an audit found, nothing of what became of it later, so that it stays.
import type { WorkingPaper } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { yuanOf } from '@gonglian/kernel/money.ts';
import type { AuditRow } from './audit.ts';
import { CATEGORIES } from './categories.ts';
import type { FindingRow } from './finding.ts';

export type Block =
  | { as: 'title' | 'heading' | 'strong' | 'text'; text: string }
  | { as: 'facts'; rows: readonly (readonly [string, string])[] };

const KINDS: Readonly<Record<string, string>> = {
  SAME_LEVEL: '同级审查',
  DOWNWARD: '对下审计',
  SPECIAL: '专项审计',
  OUTGOING: '经济责任审计',
  DISSOLUTION: '撤并审计',
  FOLLOW_UP: '后续审计',
};
const SCOPES: Readonly<Record<string, string>> = {
  PROJECT: '项目',
  FUND: '专项资金',
  SOURCE: '预算来源',
};
const SUBJECTS: Readonly<Record<string, string>> = { VOUCHER: '凭证', PAYMENT_LINE: '付款明细' };
const METHODS: Readonly<Record<string, string>> = {
  RANDOM: '随机抽样',
  TOP_N: '金额最大',
  ALL_ABOVE: '超过金额全部抽取',
};

export interface Drawn {
  subject: string;
  method: string;
  seed: string;
  thresholdFen: bigint;
  populationCount: bigint;
  populationFen: bigint;
  sampleCount: number;
  sampleFen: bigint;
}

export interface ReportParts {
  audit: AuditRow;
  papers: readonly Pick<WorkingPaper, 'seq' | 'title' | 'conclusion'>[];
  samples: readonly Drawn[];
  findings: readonly Reported[];
}

/** Of a finding what does not change once the report is out. */
type Reported = Pick<
  FindingRow,
  | 'seq'
  | 'category'
  | 'title'
  | 'amountFen'
  | 'clause'
  | 'cause'
  | 'responsiblePost'
  | 'suggestion'
  | 'voucherNo'
>;

const yuan = (fen: number | bigint) => `${yuanOf(fen).replaceAll(/\B(?=(\d{3})+\.)/g, ',')} 元`;

export function reportBlocks({ audit, papers, samples, findings }: ReportParts): Block[] {
  const draft = audit.reportedOn === '';
  return [
    { as: 'title', text: draft ? '审计报告（征求意见稿）' : '审计报告' },
    { as: 'strong', text: audit.title },
    { as: 'facts', rows: headRows(audit) },
    { as: 'heading', text: '一、审计情况' },
    { as: 'text', text: audit.summary },
    { as: 'heading', text: '二、实施的审计程序' },
    ...papers.map(({ seq, title, conclusion }): Block => {
      return { as: 'text', text: `${seq}. ${title}：${conclusion}` };
    }),
    ...samples.map((sample): Block => ({ as: 'text', text: sampleText(sample) })),
    { as: 'heading', text: '三、审计发现的问题' },
    ...(findings.length === 0 ? [{ as: 'text', text: '未发现应当整改的问题。' } as const] : []),
    ...findings.flatMap(findingBlocks),
    { as: 'heading', text: '四、被审计单位意见' },
    { as: 'text', text: audit.comment || (draft ? '（征求意见中）' : '期限内未提出意见。') },
    ...(draft ? [] : [{ as: 'heading', text: '五、审计意见' } as const]),
    ...(draft ? [] : [{ as: 'text', text: audit.opinion } as const]),
  ];
}

function headRows(audit: AuditRow): (readonly [string, string])[] {
  const guests =
    audit.auditorNode === '' ? [] : [`${audit.auditorNodeName}（${audit.auditorNode}，交叉审计）`];
  const firm = audit.firmName === '' ? [] : [`${audit.firmName}（${audit.firmUscc}）`];
  return [
    ['被审计单位', audit.unionName],
    ['审计类型', KINDS[audit.kind] ?? audit.kind],
    ['审计期间', `${audit.periodFrom} 至 ${audit.periodTo}`],
    ...(audit.scopeKind === ''
      ? []
      : [['审计范围', `${SCOPES[audit.scopeKind]} ${audit.scopeCode}`] as const]),
    ['审计依据', audit.basis],
    ['审计人员', [...audit.auditors, ...guests, ...firm].join('、')],
    ['进点日期', audit.enteredOn],
    ['报告日期', audit.reportedOn || `征求意见至 ${audit.commentsDueOn}`],
    ['问题金额', `${audit.findings} 项，${yuan(audit.problemFen)}`],
  ];
}

function sampleText(one: Drawn): string {
  const how = one.method === 'RANDOM' ? `，种子 ${one.seed}` : '';
  const above = one.method === 'ALL_ABOVE' ? ` ${yuan(one.thresholdFen)}` : '';
  const of = `总体 ${one.populationCount} 笔、${yuan(one.populationFen)}`;
  const what = `${SUBJECTS[one.subject] ?? ''}${METHODS[one.method] ?? ''}${above}${how}`;
  return `抽样：${what}。${of}；样本 ${one.sampleCount} 笔、${yuan(one.sampleFen)}。`;
}

function findingBlocks(one: Reported): Block[] {
  const category = (CATEGORIES as Readonly<Record<string, string>>)[one.category] ?? one.category;
  const voucher = one.voucherNo === 0 ? [] : [['凭证', `第 ${one.voucherNo} 号`] as const];
  return [
    { as: 'strong', text: `（${one.seq}）${one.title}` },
    {
      as: 'facts',
      rows: [
        ['问题类别', category],
        ['涉及金额', yuan(one.amountFen)],
        ...voucher,
        ['违反规定', one.clause],
        ['产生原因', one.cause],
        ['责任岗位', one.responsiblePost],
        ['整改建议', one.suggestion],
      ],
    },
  ];
}
