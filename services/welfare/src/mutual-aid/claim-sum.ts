// What a claim comes to, from what is sealed in it, the terms it is bound to and what the round has given already.
import type { Sql, Tx } from '../pipeline.ts';
import type { ClaimRow } from './claim.ts';
import { lossOf, openHealth } from './health.ts';
import { readTerms } from './plan.ts';
import type { PlanKind } from './terms.ts';
import { workOut, type ClaimLine, type Loss } from './work-out.ts';

/** With the enrolment locked: nothing else is approved for the same person meanwhile. */
export async function sumClaim(
  { sql, own }: Tx,
  claim: ClaimRow,
): Promise<{ lines: ClaimLine[]; benefitFen: number }> {
  const [of] = await sql<{
    health: Buffer;
    planKind: PlanKind;
    insurance: Loss['insurance'];
    givenFen: number;
  }>`
    select c.health_sealed as health, p.kind as "planKind", e.insurance, e.given_fen::float8 as "givenFen"
    from mutual_enrolment as e join mutual_claim as c using (enrolment_id)
    join mutual_plan as p on p.plan_id = c.plan_id
    where c.claim_id = ${claim.claimId} for update of e`;
  const terms = (await readTerms(sql, claim.planId)).find(
    ({ termsVersion }) => termsVersion === claim.termsVersion,
  );
  if (!of || !terms) throw new Error(`claim ${claim.claimId} without what it is of`);
  const loss = lossOf(openHealth(own.vault, claim.claimId, of.health), of.insurance);
  return workOut(of.planKind, terms, loss, of.givenFen);
}

export async function writeLines(
  sql: Sql,
  { claimId, holderUnionId, unionId }: ClaimRow,
  lines: readonly ClaimLine[],
): Promise<void> {
  const of = <K extends keyof ClaimLine>(field: K) => lines.map((line) => line[field]);
  await sql`delete from mutual_claim_line where claim_id = ${claimId}`;
  await sql`
    insert into mutual_claim_line (claim_id, seq, holder_union_id, union_id, line_kind, from_fen, to_fen, base, rate_bp,
      amount_fen)
    select ${claimId}::uuid, seq, ${holderUnionId}::uuid, ${unionId}::uuid, kind, from_fen, to_fen, base, rate, fen
    from unnest(${of('lineKind')}::text[], ${of('fromFen')}::bigint[], ${of('toFen')}::bigint[],
      ${of('base')}::bigint[], ${of('rateBp')}::int[], ${of('amountFen')}::bigint[])
      with ordinality as l(kind, from_fen, to_fen, base, rate, fen, seq)`;
}
