// The queue: what somebody has to go on with, the oldest first; or what is in one state, as it is shown.
import type { MutualAidClaimPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { code, limit, optionalDate, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Reading, type Sql } from '../pipeline.ts';
import { claimView, MUTUAL_AID_CLAIM, type ClaimRow } from './claim.ts';
import { CLAIM_STATES, OPEN_STATES } from './claim-steps.ts';

const ListMutualAidClaims = z.strictObject({
  planId: optionalId,
  unionId: optionalId,
  state: code(['', ...CLAIM_STATES, 'PAID']),
  cursor: optionalId,
  limit: limit(200),
  reportedUntil: optionalDate,
});
type Ask = z.output<typeof ListMutualAidClaims>;

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export const listMutualAidClaims = query({
  schema: ListMutualAidClaims,
  permission: 'welfare.mutual-aid-claim.read',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<MutualAidClaimPage> {
    const page = await cutPage(tx, ask);
    const rows = await readPage(tx.sql, page);
    return {
      items: rows.map((row) => claimView(tx.own.vault, row)),
      nextCursor: page.length === ask.limit ? (page.at(-1) ?? '') : '',
    };
  },
});

/**
 * Along an index, whoever asks: of all, of each union in reach, or of the member. A union’s part is compared with both
 * columns of its index, so that the planner does not walk all claims in the hope of soon meeting one of it.
 */
async function cutPage(tx: Reading, ask: Ask): Promise<string[]> {
  const { sql, reach } = tx;
  const after = ask.cursor || BEFORE_ALL;
  const planId = ask.planId || null;
  const states = statesOf(ask.state);
  const until = ask.reportedUntil || 'infinity';
  const paid = ask.state === 'PAID' ? [true] : ask.state === 'APPROVED' ? [false] : [true, false];
  if (reach === 'all' && ask.unionId === '')
    return idsOf(
      await sql`
        select claim_id as id from mutual_claim
        where claim_id > ${after}::uuid and state = any(${states}::text[])
          and (${planId}::uuid is null or plan_id = ${planId}::uuid)
          and reported_on <= ${until}::date and (paid_on is not null) = any(${paid}::boolean[])
        order by claim_id limit ${ask.limit}`,
    );
  if (reach === 'self')
    return idsOf(
      await sql`
        select claim_id as id from mutual_claim
        where member_id = self_member() and claim_id > ${after}::uuid and state = any(${states}::text[])
          and reported_on <= ${until}::date and (paid_on is not null) = any(${paid}::boolean[])
        order by claim_id limit ${ask.limit}`,
    );
  const one = ask.unionId || null;
  return idsOf(
    await sql`
      with reached as (
        select id from unnest(case when ${one}::uuid is null then scope_unions() else array[${one}::uuid] end) as u(id))
      select claim_id as id from (
        select c.claim_id from reached cross join lateral (
          select claim_id from mutual_claim
          where (union_id, claim_id) > (reached.id, ${after}::uuid)
            and (union_id, claim_id) <= (reached.id, ${AFTER_ALL}::uuid)
            and state = any(${states}::text[]) and (${planId}::uuid is null or plan_id = ${planId}::uuid)
            and reported_on <= ${until}::date and (paid_on is not null) = any(${paid}::boolean[])
          order by union_id, claim_id limit ${ask.limit}) as c
        union
        select c.claim_id from reached cross join lateral (
          select claim_id from mutual_claim
          where ${one}::uuid is null and (holder_union_id, claim_id) > (reached.id, ${after}::uuid)
            and (holder_union_id, claim_id) <= (reached.id, ${AFTER_ALL}::uuid)
            and state = any(${states}::text[]) and (${planId}::uuid is null or plan_id = ${planId}::uuid)
            and reported_on <= ${until}::date and (paid_on is not null) = any(${paid}::boolean[])
          order by holder_union_id, claim_id limit ${ask.limit}) as c) as found
      order by claim_id limit ${ask.limit}`,
  );
}

/** What is paid stays approved in its row. */
function statesOf(state: Ask['state']): readonly string[] {
  if (state === '') return OPEN_STATES;
  return [state === 'PAID' ? 'APPROVED' : state];
}

const idsOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => String(id));

/** Nothing but what is approved can have been asked of finance. */
function readPage(
  sql: Sql,
  ids: readonly string[],
): Promise<Omit<ClaimRow, 'holderUnionId' | 'enrolmentId'>[]> {
  return sql`
    select c.claim_id as "claimId", c.plan_id as "planId", p.name as "planName", c.union_id as "unionId",
      coalesce(u.name, '') as "unionName", c.person_id as "personId", q.name_sealed as "nameSealed",
      c.member_id as "memberId", c.state, c.reason_code as "reasonCode", c.terms_version as "termsVersion",
      c.benefit_fen::float8 as "benefitFen", c.reported_on::text as "reportedOn",
      case c.state when 'APPROVED' then payout_state(${MUTUAL_AID_CLAIM}, c.claim_id::text, '') else '' end
        as "payoutState",
      (select count(*)::int from mutual_claim as o where o.account_key = c.account_key
        and o.person_id <> c.person_id and o.state <> 'REJECTED') as "sameAccount",
      coalesce(c.paid_on::text, '') as "paidOn", c.version
    from mutual_claim as c join mutual_plan as p using (plan_id) join person as q on q.person_id = c.person_id
    left join known_union as u on u.union_id = c.union_id
    where c.claim_id = any(${ids}::uuid[]) order by c.claim_id`;
}
