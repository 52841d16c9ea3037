// The end: everything that was found is put right, or is with somebody above.
import { auditClosed } from '@gonglian/contracts/finance.ts';
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  auditStep,
  lockAudit,
  requireDate,
  requireState,
  viewNow,
  type AuditRow,
} from './audit.ts';
import { requireIndependent } from './require-independent.ts';
import { populationOf } from './sample.ts';

/** Refused AUDIT_FINDINGS_OPEN, with how many. */
export function decideClosing(
  audit: Pick<AuditRow, 'state' | 'findings' | 'findingsSettled'>,
): void {
  requireState(audit, 'DECIDED');
  const open = audit.findings - audit.findingsSettled;
  if (open > 0) throw refused('AUDIT_FINDINGS_OPEN', { open });
}

export const closeAudit = command({
  schema: z.strictObject({ ...auditStep, closedOn: date }),
  permission: 'finance.audit.write',
  async run({ sql, actor, now, emit }, ask): Promise<Audit> {
    const audit = await lockAudit(sql, ask);
    decideClosing(audit);
    requireDate(audit, ask.closedOn, chinaDate(now));
    await requireIndependent(sql, audit, [actor.id]);
    await sql`
      update audit set state = 'CLOSED', closed_on = ${ask.closedOn}, version = version + 1
      where id = ${ask.auditId}`;
    const { auditId, unionId, kind, periodFrom, periodTo, findings, findingsClosed } = audit;
    const { fen } = await populationOf(sql, audit, 'VOUCHER');
    emit(auditClosed, {
      auditId,
      unionId,
      kind,
      byFirm: audit.firmName !== '',
      periodFrom,
      periodTo,
      auditedFen: BigInt(fen),
      problemFen: BigInt(audit.problemFen),
      correctedFen: BigInt(audit.correctedFen),
      findings,
      findingsClosed,
      closedOn: ask.closedOn,
    });
    return viewNow(sql, ask.auditId);
  },
});
