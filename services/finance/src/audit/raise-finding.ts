// Something must be put right: found by a person, or by a rule, whose hit it then names.
import { findingRaised } from '@gonglian/contracts/finance.ts';
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id, optionalDate, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { lockAudit, requireDate, requireState } from './audit.ts';
import { findingNow } from './finding.ts';
import { requireIndependent } from './require-independent.ts';
import { findingWords, writeFinding } from './write-finding.ts';

const FINDINGS_MAX = 500;

const RaiseFinding = z.strictObject({
  auditId: id,
  ...findingWords,
  hitId: optionalId,
  raisedOn: optionalDate,
});

export const raiseFinding = command({
  schema: RaiseFinding,
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now, emit } = tx;
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'ENTERED', 'DRAFTED', 'COMMENTED');
    const today = chinaDate(now);
    const raisedOn = ask.raisedOn || today;
    requireDate(audit, raisedOn, today);
    await requireIndependent(sql, audit, [actor.id]);
    if (audit.findings >= FINDINGS_MAX) throw refused('AUDIT_TOO_MANY', { max: FINDINGS_MAX });
    const hitFen = await amountOfHit(sql, ask);
    const amountFen = ask.amountFen || hitFen;
    const { auditId, unionId, kind } = audit;
    const seq = audit.findings + 1;
    const findingId = await writeFinding(tx, {
      ...ask,
      unionId,
      roundId: '',
      amountFen,
      seq,
      raisedOn,
    });
    const { category } = ask;
    const about = { findingId, auditId, unionId, kind, category, raisedOn };
    emit(findingRaised, { ...about, amountFen: BigInt(amountFen) });
    return findingNow(sql, findingId, today);
  },
});

/** Refused AUDIT_HIT_TAKEN; of another audit there is no such hit. */
async function amountOfHit(
  sql: Sql,
  { auditId, hitId }: { auditId: string; hitId: string },
): Promise<number> {
  if (hitId === '') return 0;
  const [hit] = await sql<{ fen: number; taken: boolean }>`
    select amount_fen::float8 as fen,
      exists (select from audit_finding where hit_id = ${hitId}) as taken
    from audit_hit where id = ${hitId} and audit_id = ${auditId}`;
  if (!hit) throw notFound('AUDIT_HIT_UNKNOWN', { hitId });
  if (hit.taken) throw refused('AUDIT_HIT_TAKEN', { hitId });
  return hit.fen;
}
