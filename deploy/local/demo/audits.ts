import { createHash } from 'node:crypto';
import { addDays } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { inParallel, openClient, type NodeClient } from '../node-api.ts';
import type { YearPlan } from './plan.ts';
import { seeded, shares } from './random.ts';
import { baseUnionRows, hostUscc, townshipsOf } from './unions.ts';

/** Hosts of unions are numbered below this; the accounting firms stand above. */
const FIRMS_FROM = 90_000;
const OTHERS = [
  { kind: 'SAME_LEVEL', title: '本级预算执行和决算审查' },
  { kind: 'SPECIAL', title: '送温暖资金专项审计' },
  { kind: 'SPECIAL', title: '困难职工帮扶资金专项审计' },
  { kind: 'SPECIAL', title: '劳模专项补助资金审计' },
];
const FOUND = [
  { category: 'LATE_SURRENDER', title: '经费上解不及时', suggestion: '按月上解' },
  { category: 'INCOMPLETE_VOUCHER', title: '慰问支出缺少签收单', suggestion: '补齐附件' },
  { category: 'OVER_STANDARD', title: '节日慰问品超标准', suggestion: '收回超标准部分' },
  { category: 'MISSING_SIGNATURE', title: '支出缺少审批签字', suggestion: '完善审批手续' },
  { category: 'BUDGET_OVERRUN', title: '培训支出超预算', suggestion: '严格预算执行' },
];

interface Audit {
  auditId: string;
  version: number;
}
interface Finding {
  findingId: string;
  state: string;
  version: number;
}
interface Clients {
  auditor: NodeClient;
  /** Who answers for the audited side. */
  finance: NodeClient;
}
interface Planned {
  n: number;
  unionId: string;
  kind: string;
  title: string;
  firm: { firmName: string; firmUscc: string };
  findings: number;
}

/** The year's audits, each from its plan to its end, with everything that was found put right. */
export async function holdAudits(region: string, origin: string, plan: YearPlan): Promise<number> {
  const clients = {
    auditor: await openClient(region, origin, 'auditor'),
    finance: await openClient(region, origin, 'finance'),
  };
  const planned = planAudits(plan);
  await inParallel(planned, 4, (audit) => holdAudit(clients, audit));
  return planned.length;
}

function planAudits(plan: YearPlan): Planned[] {
  const { region, audits } = plan;
  const random = seeded(`gonglian ${region}`);
  const below = baseUnionRows(plan, townshipsOf(region), random).slice(-audits.downward);
  const found = shares(audits.findings, audits.downward + audits.others, random);
  const root = nodeRootUnionId(region);
  const all = [
    ...below.map(({ unionId, name }) => ({ unionId, kind: 'DOWNWARD', title: `${name}经费审计` })),
    ...OTHERS.slice(0, audits.others).map((other) => ({ unionId: root, ...other })),
  ];
  return all.map((audit, n) => ({
    ...audit,
    n,
    title: audit.title.slice(0, 100),
    firm: n < audits.byFirm ? firmOf(region, n) : { firmName: '', firmUscc: '' },
    findings: found[n] ?? 0,
  }));
}

function firmOf(region: string, n: number) {
  const firm = n % 3;
  const firmUscc = hostUscc(region, FIRMS_FROM + firm, '170');
  return { firmName: `示范会计师事务所第${firm + 1}所`, firmUscc };
}

async function holdAudit(clients: Clients, planned: Planned): Promise<void> {
  const { n, unionId, kind, title, firm } = planned;
  const began = `2020-0${3 + (n % 7)}-02`;
  const day = (after: number) => addDays(began, after);
  let audit = await clients.auditor.post<Audit>('/audits', `audit ${n}`, {
    unionId,
    kind,
    title,
    ...firm,
    followsAuditId: '',
    periodFrom: '2019-01',
    periodTo: '2019-12',
    basis: '年度审计计划',
    auditors: ['经审委员甲', '经审委员乙'],
  });
  const { auditId } = audit;
  const step = async (name: string, body: object) => {
    const { version: expectedVersion } = audit;
    audit = await clients.auditor.post<Audit>(`/audits/${auditId}/${name}`, `audit ${n} ${name}`, {
      ...body,
      expectedVersion,
    });
  };
  await step('notice', { notifiedOn: day(0), entryOn: day(5) });
  await step('entry', { enteredOn: day(5) });
  await clients.auditor.post(`/audits/${auditId}/papers`, `audit ${n} paper`, {
    title: '凭证抽查',
    auditProcedure: '核对审批单、发票与银行回单',
    conclusion: '已取证',
    documentSha256: sha256(`audit ${n} paper`),
  });
  const findings: Finding[] = [];
  for (let at = 0; at < planned.findings; at += 1)
    findings.push(await raise(clients, auditId, n, at, day(9)));
  await step('draft', { draftedOn: day(14), summary: '收支总体合规，存在个别问题。' });
  await step('report', { reportedOn: day(28), opinion: '限期整改，完善制度。' });
  await step('decision', { decidedOn: day(30), decisionNo: `工经审〔2020〕${n + 1}号` });
  for (const [at, finding] of findings.entries())
    await putRight(clients, finding, `audit ${n} finding ${at}`, day(52));
  await step('closing', { closedOn: day(55) });
}

function raise(
  { auditor }: Clients,
  auditId: string,
  n: number,
  at: number,
  raisedOn: string,
): Promise<Finding> {
  const found = FOUND[(n + at) % FOUND.length];
  return auditor.post<Finding>(`/audits/${auditId}/findings`, `audit ${n} finding ${at}`, {
    ...found,
    amountFen: String(20_000 + 1_000 * ((n * 7 + at) % 30)),
    clause: '《基层工会经费收支管理办法》',
    cause: '制度执行不严',
    responsiblePost: '财务岗',
    hitId: '',
    raisedOn,
  });
}

/** Told with the decision; then the audited side's plan and evidence, and the auditor's yes to each: from wherever it is. */
async function putRight(
  { auditor, finance }: Clients,
  { findingId }: Finding,
  key: string,
  closedOn: string,
): Promise<void> {
  const path = `/audit-findings/${findingId}`;
  const steps = [
    ['NOTIFIED', finance, 'plan', { plan: '一个月内整改到位' }],
    ['PLAN', auditor, 'plan-acceptance', { note: '' }],
    ['IN_RECTIFICATION', finance, 'evidence', evidenceOf(key)],
    ['EVIDENCE_SUBMITTED', auditor, 'verification', { accepted: true, note: '已核实' }],
    ['VERIFIED', auditor, 'closing', { closedOn, note: '' }],
  ] as const;
  let now = await auditor.get<Finding>(path);
  for (const [state, client, name, body] of steps) {
    if (now.state !== state) continue;
    const ask = { ...body, expectedVersion: now.version };
    now = await client.post<Finding>(`${path}/${name}`, `${key} ${name}`, ask);
  }
}

function evidenceOf(key: string) {
  const amounts = { recoveredFen: '0', adjustedFen: '0', returnedFen: '0' };
  return { note: '整改材料', evidenceSha256: [sha256(key)], ...amounts };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
