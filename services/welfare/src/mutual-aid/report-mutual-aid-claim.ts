// Somebody who takes part was ill: reported by himself, or by the desk of his union, within the window.
import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { author, decideAuthor } from '@gonglian/service/author.ts';
import { id, message } from '@gonglian/service/fields.ts';
import { personKey, RESIDENT_ID } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { readWholeClaim, writeStep } from './claim.ts';
import { decideReport, diseaseKey, healthFields, sealHealth } from './health.ts';
import { readTerms } from './plan.ts';
import { decideVersion, type PlanKind } from './terms.ts';

const ReportMutualAidClaim = z.strictObject({
  planId: id,
  ...author,
  health: message(healthFields),
});
type Report = z.output<typeof ReportMutualAidClaim>;

interface Enrolled {
  enrolmentId: string;
  holderUnionId: string;
  unionId: string;
  personId: string;
  planKind: PlanKind;
  planState: string;
  effectiveFrom: string;
  periodTo: string;
}

/** NOT_ENROLLED; DISEASE_CLAIMED where the illness was claimed for before; and what decideReport says. */
export const reportMutualAidClaim = command({
  schema: ReportMutualAidClaim,
  permission: 'welfare.mutual-aid.report',
  unions: ({ unionId }) => [unionId],
  // A member’s number is in his record at membership, and stays in this call.
  async prepare({ own, actor, token, now }): Promise<Buffer | null> {
    if (actor.duty !== 'member') return null;
    const { idType, idNumber } = await own.membership.getMyRecord({}, { token });
    if (idType !== RESIDENT_ID) throw notFound('NOT_ENROLLED');
    return personKey(own.vault, idNumber, chinaDate(now));
  },
  async run(tx, ask, ownKey): Promise<MutualAidClaim> {
    const { sql, own, actor, now } = tx;
    const today = chinaDate(now);
    const { unionId, memberId } = decideAuthor(actor, ask);
    const key = ownKey ?? personKey(own.vault, ask.idNumber, today);
    if (memberId !== null)
      await tx.beyondScope('a member reports his own, of the union that enrolled him');
    const enrolled = await findEnrolled(sql, ask.planId, key, memberId === null ? unionId : null);
    const windowMonths = welfarePolicy('mutual-aid.claim_window_months', ask.health.dischargedOn);
    decideReport({ ...enrolled, windowMonths }, ask.health, today);
    const terms = decideVersion(await readTerms(sql, ask.planId), ask.health.admittedOn);
    const claimId = newId();
    await writeClaim(tx, claimId, ask, { ...enrolled, memberId, termsVersion: terms.termsVersion });
    const step = { step: 'REPORT', to: 'REPORTED' as const, account: actor.id, at: now };
    await writeStep(sql, { ...enrolled, claimId, ...step, reasonCode: '' });
    return readWholeClaim(sql, own.vault, claimId);
  },
});

async function findEnrolled(
  sql: Sql,
  planId: string,
  key: Buffer,
  unionId: string | null,
): Promise<Enrolled> {
  const [found] = await sql<Enrolled>`
    select e.enrolment_id as "enrolmentId", e.holder_union_id as "holderUnionId", e.union_id as "unionId",
      e.person_id as "personId", p.kind as "planKind", p.state as "planState",
      coalesce(b.effective_from::text, '') as "effectiveFrom", p.period_to::text as "periodTo"
    from mutual_enrolment as e join person as q using (person_id) join mutual_batch as b using (batch_id)
    join mutual_plan as p on p.plan_id = e.plan_id
    where e.plan_id = ${planId} and q.person_key = ${key} and e.state <> 'CANCELLED'
      and (${unionId}::uuid is null or e.union_id = ${unionId}::uuid)`;
  if (!found) throw notFound('NOT_ENROLLED');
  return found;
}

async function writeClaim(
  { sql, own, now }: Tx,
  claimId: string,
  { planId, health }: Report,
  of: Enrolled & { memberId: string | null; termsVersion: number },
): Promise<void> {
  const disease = diseaseKey(own.vault, of.enrolmentId, health.diseaseCode);
  const written = await sql`
    insert into mutual_claim (claim_id, plan_id, enrolment_id, holder_union_id, union_id, person_id, member_id,
      terms_version, health_sealed, disease_key, reported_on)
    values (${claimId}, ${planId}, ${of.enrolmentId}, ${of.holderUnionId}, ${of.unionId}, ${of.personId},
      ${of.memberId}, ${of.termsVersion}, ${sealHealth(own.vault, claimId, health)}, ${disease}, ${chinaDate(now)})
    on conflict do nothing returning 1`;
  if (written.length === 0) throw refused('DISEASE_CLAIMED');
}
