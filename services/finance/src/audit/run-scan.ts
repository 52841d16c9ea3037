// One rule over all of the audited period. What it remarks is kept with its rule; a person says whether it is a finding.
import type { AuditScan } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { lockAudit, requireState } from './audit.ts';
import {
  decideDuplicateAccounts,
  decideDuplicatePayees,
  decideNotOnFile,
  decideOverStandard,
  decideRoundAmounts,
  decideSplits,
} from './line-rules.ts';
import { readPaidLines, type PaidLine } from './paid-line.ts';
import { scanEmergencies } from '../settlement/scan-emergencies.ts';
import { requireIndependent } from './require-independent.ts';
import type { Audited } from './sample.ts';
import { readScans, SCAN_RULES, type Hit, type Scanned, type ScanRule } from './scan.ts';
import { scanBenford, scanDocuments, scanPublicity, scanWeekends } from './voucher-rules.ts';

/** More than anybody goes through one by one; the count says how many there are. */
const HITS_KEPT = 500;

type Asking = Pick<Tx, 'sql' | 'now' | 'node'>;

export const runScan = command({
  schema: z.strictObject({ auditId: id, rule: code(SCAN_RULES) }),
  permission: 'finance.audit.write',
  async run(tx, { auditId, rule }): Promise<AuditScan> {
    const audit = await lockAudit(tx.sql, { auditId });
    requireState(audit, 'ENTERED', 'DRAFTED', 'COMMENTED');
    await requireIndependent(tx.sql, audit, [tx.actor.id]);
    await keep(tx, audit, rule, await scan(tx, audit, rule));
    const ran = (await readScans(tx.sql, auditId)).find((one) => one.rule === rule);
    if (!ran) throw new Error('the scan is not there');
    return ran;
  },
});

function scan(tx: Asking, audit: Audited, rule: ScanRule): Promise<Scanned> {
  const today = chinaDate(tx.now);
  switch (rule) {
    case 'DUPLICATE_DOCUMENT':
      return scanDocuments(tx.sql, audit);
    case 'WEEKEND_POSTING':
      return scanWeekends(tx.sql, audit);
    case 'NO_PUBLICITY':
      return scanPublicity(tx.sql, audit);
    case 'EMERGENCY_UNDECIDED':
      return scanEmergencies(tx.sql, audit, today);
    case 'BENFORD':
      return scanBenford(tx.sql, audit, today);
    case 'OVER_STANDARD':
      return scanStandards(tx, audit);
    case 'DUPLICATE_PAYEE':
    case 'DUPLICATE_ACCOUNT':
    case 'SPLIT_UNDER_LIMIT':
    case 'ROUND_AMOUNT':
    case 'NOT_ON_FILE':
      return scanLines(tx, audit, (lines) => LINE_RULES[rule](lines, today));
  }
}

const LINE_RULES = {
  DUPLICATE_PAYEE: decideDuplicatePayees,
  DUPLICATE_ACCOUNT: decideDuplicateAccounts,
  ROUND_AMOUNT: (lines, today) =>
    decideRoundAmounts(lines, financePolicy('audit.round_fen', today)),
  NOT_ON_FILE: (lines, today) =>
    decideNotOnFile(lines, financePolicy('audit.filed_purposes', today)),
  SPLIT_UNDER_LIMIT: (lines, today) => {
    const tiers = financePolicy('payment.tiers', today).map(({ fromFen }) => fromFen);
    const limitsFen = [...tiers, financePolicy('payment.collective_from_fen', today)];
    return decideSplits(lines, {
      limitsFen: [...new Set(limitsFen)].filter((fen) => fen > 0),
      withinDays: financePolicy('audit.split_days', today),
    });
  },
} satisfies Partial<Record<ScanRule, (lines: readonly PaidLine[], today: string) => Hit[]>>;

async function scanLines(
  { sql }: Asking,
  audit: Audited,
  decide: (lines: readonly PaidLine[]) => Hit[],
): Promise<Scanned> {
  const lines = await readPaidLines(sql, audit);
  return { examined: lines.length, hits: decide(lines) };
}

async function scanStandards({ sql, node }: Asking, audit: Audited): Promise<Scanned> {
  // What somebody got earlier in the year counts, and is remarked only in the period.
  const lines = await readPaidLines(sql, audit, 'year');
  const from = `${audit.periodFrom}-01`;
  const hits = decideOverStandard(lines, from, (on) => {
    const limits = financePolicy('spending.limits', on);
    return limits[node.slice(0, 2)] ?? limits[''] ?? [];
  });
  return { examined: lines.filter(({ paidOn }) => paidOn >= from).length, hits };
}

async function keep(
  { sql, actor, now }: Tx,
  { auditId, unionId, scopeKind, scopeCode }: Audited,
  rule: ScanRule,
  { examined, hits, tooFew = false, statisticMilli = 0 }: Scanned,
): Promise<void> {
  const scanId = newId();
  await sql`
    insert into audit_scan (id, audit_id, union_id, rule, outcome, examined, hit_count,
      statistic_milli, ran_by, ran_at, scope_kind, scope_code)
    values (${scanId}, ${auditId}, ${unionId}, ${rule}, ${tooFew ? 'TOO_FEW' : 'DONE'}, ${examined},
      ${hits.length}, ${statisticMilli}, ${actor.id}, ${now}, ${scopeKind}, ${scopeCode})`;
  const some = hits.slice(0, HITS_KEPT).map((hit) => ({ ...hit, id: newId() }));
  await sql`
    insert into audit_hit (id, scan_id, audit_id, union_id, rule, group_no, voucher_no, line_id,
      record_id, amount_fen, against_fen, occurred_on)
    select id, ${scanId}, ${auditId}, ${unionId}, ${rule}, group_no, voucher_no, line_id, record_id,
      fen, against, nullif(day, '')::date
    from unnest(${some.map((hit) => hit.id)}::uuid[], ${some.map((hit) => hit.group)}::int[],
      ${some.map((hit) => hit.voucherNo ?? null)}::bigint[],
      ${some.map((hit) => hit.lineId ?? null)}::uuid[],
      ${some.map((hit) => hit.recordId ?? null)}::uuid[],
      ${some.map((hit) => hit.amountFen)}::bigint[], ${some.map((hit) => hit.againstFen)}::bigint[],
      ${some.map((hit) => hit.on)}::text[])
      as h(id, group_no, voucher_no, line_id, record_id, fen, against, day)`;
}
