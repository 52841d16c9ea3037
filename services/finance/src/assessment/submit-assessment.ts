// What a union claims for a year of audit work. What nothing shows is not claimed.
import type { Assessment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalSha256 } from '../audit/evidence.ts';
import { requireLivingUnion } from '../budget/require-union.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { readAssessment } from './assessment.ts';
import { findChecklist } from './checklist.ts';

export const EVIDENCE_KINDS = ['AUDIT', 'FINDING', 'INSPECTION', 'PAYMENT', 'DOCUMENT'] as const;
const EVIDENCE_MAX = 20;
const CLAIMS_MAX = 200;

const Evidence = z
  .strictObject({
    recordKind: code(EVIDENCE_KINDS),
    recordId: optionalId,
    documentSha256: optionalSha256,
  })
  .refine((one) => (one.recordKind === 'DOCUMENT') === (one.recordId === ''), 'record')
  .refine((one) => (one.recordKind === 'DOCUMENT') === (one.documentSha256 !== ''), 'document');

const Claim = z.strictObject({
  itemNo: z.int().positive('required'),
  claimedPoints: z.int().positive('required'),
  note: optionalText(1_000),
  evidence: z.array(Evidence).max(EVIDENCE_MAX, 'too_many'),
});
type Claim = z.output<typeof Claim>;

interface Asking {
  year: number;
  thisYear: number;
  /** Of the checklist, in order; undefined where there is none for the year. */
  items: readonly { maxPoints: number }[] | undefined;
}

/** In the order of refusals: year, checklist, items, points, evidence. */
export function decideClaims(claims: readonly Claim[], { year, thisYear, items }: Asking): void {
  if (year > thisYear) throw refused('ASSESSMENT_YEAR_WRONG', { year });
  if (!items) throw refused('CHECKLIST_MISSING', { year });
  const seen = new Set<number>();
  for (const { itemNo, claimedPoints, evidence } of claims) {
    const item = items[itemNo - 1];
    if (!item || seen.has(itemNo)) throw refused('CLAIM_ITEM_WRONG', { itemNo });
    seen.add(itemNo);
    const { maxPoints } = item;
    if (claimedPoints > maxPoints) throw refused('CLAIM_TOO_HIGH', { itemNo, maxPoints });
    if (evidence.length === 0) throw refused('CLAIM_WITHOUT_EVIDENCE', { itemNo });
  }
}

export const submitAssessment = command({
  schema: z.strictObject({
    unionId: id,
    fiscalYear: z.int().min(2000, 'too_small'),
    claims: z.array(Claim).min(1, 'required').max(CLAIMS_MAX, 'too_many'),
  }),
  permission: 'finance.assessment.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Assessment> {
    const { sql, actor, now } = tx;
    await requireLivingUnion(sql, ask.unionId);
    const checklist = await findChecklist(sql, ask.fiscalYear);
    const thisYear = Number(chinaDate(now).slice(0, 4));
    decideClaims(ask.claims, { year: ask.fiscalYear, thisYear, items: checklist?.items });
    await requireRecords(sql, ask.unionId, ask.claims);
    const assessmentId = newId();
    const [submitted] = await sql`
      insert into audit_assessment (id, union_id, fiscal_year, checklist_id, submitted_by, submitted_at)
      values (${assessmentId}, ${ask.unionId}, ${ask.fiscalYear}, ${checklist?.checklistId ?? null},
        ${actor.id}, ${now})
      on conflict do nothing returning id`;
    if (!submitted) throw duplicate('ASSESSMENT_EXISTS', { year: ask.fiscalYear });
    await writeClaims(tx, assessmentId, ask);
    return readAssessment(sql, assessmentId);
  },
});

/** Refused EVIDENCE_UNKNOWN for a record that is not the union's, or is not there. */
async function requireRecords(sql: Sql, unionId: string, claims: readonly Claim[]): Promise<void> {
  const links = claims.flatMap(({ evidence }) => evidence).filter((one) => one.recordId !== '');
  const [missing] = await sql<{ kind: string; id: string }>`
    select l.kind, l.id from unnest(${links.map((one) => one.recordKind)}::text[],
      ${links.map((one) => one.recordId)}::uuid[]) as l (kind, id)
    where not case l.kind
      when 'AUDIT' then exists (select from audit as a where a.id = l.id and a.union_id = ${unionId})
      when 'FINDING' then exists (
        select from audit_finding as f where f.id = l.id and f.union_id = ${unionId})
      when 'INSPECTION' then exists (
        select from inspection_unit as i where i.round_id = l.id and i.union_id = ${unionId})
      else exists (select from payment as p where p.id = l.id and p.union_id = ${unionId}) end
    limit 1`;
  if (missing)
    throw refused('EVIDENCE_UNKNOWN', { recordKind: missing.kind, recordId: missing.id });
}

async function writeClaims(
  { sql }: Tx,
  assessmentId: string,
  { unionId, claims }: { unionId: string; claims: readonly Claim[] },
): Promise<void> {
  await sql`
    insert into assessment_claim (assessment_id, union_id, item_no, claimed_points, note)
    select ${assessmentId}, ${unionId}, * from unnest(${claims.map((one) => one.itemNo)}::int[],
      ${claims.map((one) => one.claimedPoints)}::int[], ${claims.map((one) => one.note)}::text[])`;
  const links = claims.flatMap(({ itemNo, evidence }) =>
    evidence.map((one, at) => ({ ...one, itemNo, n: at + 1 })),
  );
  await sql`
    insert into claim_evidence (assessment_id, union_id, item_no, n, record_kind, record_id,
      document_sha256)
    select ${assessmentId}, ${unionId}, item_no, n, kind, nullif(record, '')::uuid, sha256
    from unnest(${links.map((one) => one.itemNo)}::int[], ${links.map((one) => one.n)}::int[],
      ${links.map((one) => one.recordKind)}::text[], ${links.map((one) => one.recordId)}::text[],
      ${links.map((one) => one.documentSha256)}::text[]) as l (item_no, n, kind, record, sha256)`;
}
