// Something that a unit must put right: from here on a finding like any other (audit/finding.ts).
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { findingNow } from '../audit/finding.ts';
import { inspected } from '../audit/origin.ts';
import { requireIndependent } from '../audit/require-independent.ts';
import { findingWords, writeFinding } from '../audit/write-finding.ts';
import { command } from '../pipeline.ts';
import { lockVisit } from './round.ts';

const FINDINGS_MAX = 5_000;

export const raiseInspectionFinding = command({
  schema: z.strictObject({ roundId: id, unionId: id, ...findingWords }),
  permission: 'finance.inspection.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now } = tx;
    const visit = await lockVisit(sql, ask);
    if (visit.inspectedOn === '') throw refused('INSPECTION_NOT_MADE');
    await requireIndependent(sql, inspected(ask.unionId, visit.year), [actor.id]);
    const [last] = await sql<{ seq: number }>`
      select coalesce(max(seq), 0) as seq from audit_finding where round_id = ${ask.roundId}`;
    const seq = (last?.seq ?? 0) + 1;
    if (seq > FINDINGS_MAX) throw refused('AUDIT_TOO_MANY', { max: FINDINGS_MAX });
    const raisedOn = chinaDate(now);
    const findingId = await writeFinding(tx, { ...ask, auditId: '', hitId: '', seq, raisedOn });
    return findingNow(sql, findingId, raisedOn);
  },
});
