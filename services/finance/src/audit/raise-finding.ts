// Something must be put right: found by a person, or by a rule, whose hit it then names.
import { findingRaised } from '@gonglian/contracts/finance.ts';
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalDate, optionalId, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { lockAudit, requireDate, requireState } from './audit.ts';
import { CATEGORY_CODES } from './categories.ts';
import { findingNow, takeStep } from './finding.ts';
import { requireIndependent } from './require-independent.ts';

const FINDINGS_MAX = 500;

const RaiseFinding = z.strictObject({
  auditId: id,
  category: code(CATEGORY_CODES),
  title: text(200),
  amountFen: optionalFen,
  clause: text(200),
  cause: text(1_000),
  responsiblePost: text(100),
  suggestion: text(1_000),
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
    const findingId = await writeFinding(tx, unionId, { ...ask, amountFen, seq, raisedOn });
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

type Written = z.output<typeof RaiseFinding> & { seq: number };

async function writeFinding(tx: Tx, unionId: string, ask: Written): Promise<string> {
  const findingId = newId();
  await tx.sql`
    insert into audit_finding (id, audit_id, union_id, seq, category, title, amount_fen, clause, cause,
      responsible_post, suggestion, hit_id, raised_on)
    values (${findingId}, ${ask.auditId}, ${unionId}, ${ask.seq}, ${ask.category}, ${ask.title},
      ${ask.amountFen}, ${ask.clause}, ${ask.cause}, ${ask.responsiblePost}, ${ask.suggestion},
      ${ask.hitId || null}, ${ask.raisedOn})`;
  await takeStep(tx, [findingId], { state: 'OPEN', note: '' });
  return findingId;
}
