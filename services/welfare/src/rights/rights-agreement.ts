// With whom it was agreed to help one another: federations where workers are from or work, and courts (rows 135, 137).
import { rightsAgreementEnded, rightsAgreementSigned } from '@gonglian/contracts/welfare.ts';
import type {
  RightsAgreement,
  RightsAgreementList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { requireRegion } from '@gonglian/kernel/region.ts';
import { code, date, id, limit, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, query, type Sql } from '../pipeline.ts';

const KINDS = ['CROSS_REGION', 'COURT_UNION'] as const;

function findAgreements(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<RightsAgreement[]> {
  const { id: one = null, unionId = null, kind = null, before = null } = of;
  return sql<RightsAgreement>`
    select a.id as "agreementId", a.union_id as "unionId", u.name as "unionName",
      a.agreement_kind as "agreementKind", a.partner_name as "partnerName",
      a.partner_region as "partnerRegion", a.agreement_no as "agreementNo", a.signed_on::text as "signedOn",
      coalesce(a.ended_on::text, '') as "endedOn"
    from rights_agreement as a join known_union as u using (union_id)
    where (${one}::uuid is null or a.id = ${one}::uuid)
      and (${unionId}::uuid is null or a.union_id = ${unionId}::uuid)
      and (${kind}::text is null or a.agreement_kind = ${kind}::text)
      and (${before}::uuid is null or a.id < ${before}::uuid)
    order by a.id desc limit ${of.limit}`;
}

async function readAgreement(sql: Sql, agreementId: string): Promise<RightsAgreement> {
  const [agreement] = await findAgreements(sql, { id: agreementId, limit: 1 });
  if (!agreement) throw notFound('RIGHTS_AGREEMENT_UNKNOWN', { agreementId });
  return agreement;
}

export const signRightsAgreement = command({
  schema: z.strictObject({
    unionId: id,
    agreementKind: code(KINDS),
    partnerName: text(100),
    partnerRegion: optionalText(12),
    agreementNo: text(50),
    signedOn: date,
  }),
  permission: 'welfare.rights.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<RightsAgreement> {
    const { unionId, agreementKind, partnerName, partnerRegion, agreementNo, signedOn } = ask;
    await requireLivingUnion(sql, unionId);
    if (partnerRegion) requireRegion(partnerRegion);
    decideDay(signedOn, '', chinaDate(now));
    const agreementId = newId();
    const entered = await sql`
      insert into rights_agreement (id, union_id, agreement_kind, partner_name, partner_region, agreement_no,
        signed_on)
      values (${agreementId}, ${unionId}, ${agreementKind}, ${partnerName}, ${partnerRegion}, ${agreementNo},
        ${signedOn})
      on conflict (union_id, agreement_kind, agreement_no) do nothing returning 1`;
    if (entered.length === 0) throw duplicate('RIGHTS_AGREEMENT_TWICE', { agreementNo });
    emit(rightsAgreementSigned, { agreementId, unionId, agreementKind, signedOn });
    return readAgreement(sql, agreementId);
  },
});

export const endRightsAgreement = command({
  schema: z.strictObject({ agreementId: id, endedOn: date }),
  permission: 'welfare.rights.write',
  async run({ sql, now, emit }, { agreementId, endedOn }): Promise<RightsAgreement> {
    await sql`select from rights_agreement where id = ${agreementId} for update`;
    const agreement = await readAgreement(sql, agreementId);
    const { unionId, agreementKind } = agreement;
    if (agreement.endedOn !== '')
      throw refused('RIGHTS_AGREEMENT_ENDED', { on: agreement.endedOn });
    decideDay(endedOn, agreement.signedOn, chinaDate(now));
    await sql`update rights_agreement set ended_on = ${endedOn} where id = ${agreementId}`;
    emit(rightsAgreementEnded, { agreementId, unionId, agreementKind, endedOn });
    return { ...agreement, endedOn };
  },
});

export const listRightsAgreements = query({
  schema: z.strictObject({
    unionId: optionalId,
    agreementKind: z.string().pipe(z.enum(['', ...KINDS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.rights.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<RightsAgreementList> {
    const items = await findAgreements(sql, {
      unionId: ask.unionId || null,
      kind: ask.agreementKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.agreementId ?? '' };
  },
});
