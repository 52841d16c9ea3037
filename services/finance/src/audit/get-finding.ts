// A finding with each step it has taken; to the audited side once it is told or in the draft.
import type { Finding, FindingStep } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readAudit } from './audit.ts';
import { findingView, readFinding } from './finding.ts';

/** A finding that goes to and fro more often is a matter for a meeting; the last ones are shown. */
const STEPS_MAX = 200;

export const getFinding = query({
  schema: z.strictObject({ findingId: id }),
  permission: 'finance.audit.read',
  async run({ sql, actor, now }, { findingId }): Promise<Finding> {
    const finding = await readFinding(sql, findingId);
    const inDraft =
      finding.auditId !== '' && (await readAudit(sql, finding.auditId)).draftedOn !== '';
    const told = finding.state !== 'OPEN' || inDraft;
    if (!told && !mayDo(actor.duty, 'finance.audit-paper.read'))
      throw notFound('FINDING_UNKNOWN', { findingId });
    const steps = await sql<FindingStep>`
      select seq, state, acted_by as "actedBy",
        to_char(acted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "actedAt", note,
        evidence_sha256 as "evidenceSha256"
      from finding_step where finding_id = ${findingId} order by seq desc limit ${STEPS_MAX}`;
    return findingView(finding, chinaDate(now), steps.toReversed());
  },
});
