// Living relief of so many months for every household that may have it: seen before, and proposed in parts, each a
// statement of the database whatever their number.
import type {
  ReliefBatchPart,
  ReliefPreview,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { code, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { CATEGORIES } from '../hardship/hardship-policy.ts';
import { command, query } from '../pipeline.ts';
import { WELFARE_POLICY, welfarePolicy } from '../policy.ts';
import { MONEY_SOURCES, type MoneySource } from './relief-policy.ts';

const PART_MAX = 50_000;
const PART_USUAL = 20_000;
const MONTHS_MAX = 12;
const months = z.int().min(1, 'not_positive').max(MONTHS_MAX, 'too_large');

/** What the rules of the day say, as a statement needs it. */
function rulesOf(source: MoneySource, askedMonths: number, today: string) {
  const { months: allowed } = welfarePolicy('relief.programmes', today).LIVING;
  const monthFen = welfarePolicy('hardship.minimum_living_fen', today);
  const covered = CATEGORIES.filter((one) => allowed[one] !== undefined);
  return {
    year: Number(today.slice(0, 4)),
    levels: welfarePolicy('relief.sources', today)[source].filter((one) => one !== ''),
    categories: covered,
    capsFen: covered.map((one) => (allowed[one] ?? 0) * monthFen),
    single: [...welfarePolicy('relief.single_programme', today)],
    yearMaxFen: welfarePolicy('relief.year_max', today).householdFen,
    askedFen: askedMonths * monthFen,
  };
}

interface Row {
  category: string;
  fileLevel: string;
  households: string;
  amountFen: string;
}

/** Every household is counted; what one has left is worked out of those alone that have had something this year. */
export const previewRelief = query({
  schema: z.strictObject({ moneySource: code(MONEY_SOURCES), months }),
  permission: 'welfare.relief.preview',
  async run({ sql, now }, ask): Promise<ReliefPreview> {
    const rules = rulesOf(ask.moneySource, ask.months, chinaDate(now));
    const rows = await sql<Row>`
      with had as (
        select owner_id, coalesce(sum(used_fen) filter (where programme = ''), 0) as all_fen,
          coalesce(sum(used_fen) filter (where programme = 'LIVING'), 0) as living_fen
        from relief_year where grant_year = ${rules.year} and used_fen > 0 group by owner_id),
      standing as (
        select category, file_level, count(*) as n from hardship_file
        where state in ('FILED', 'IN_RELIEF') group by category, file_level),
      helped as (
        select f.category, f.file_level, count(*) as had, count(*) filter (where left_fen > 0) as eligible,
          coalesce(sum(left_fen) filter (where left_fen > 0), 0) as fen
        from had as h join hardship_file as f on f.file_id = h.owner_id
        join unnest(${rules.categories}::text[], ${rules.capsFen}::bigint[]) as r(category, cap_fen) using (category)
        cross join lateral (select case
          when f.category = any(${rules.single}::text[]) and h.all_fen > h.living_fen then 0
          else least(${rules.askedFen}::bigint, ${rules.yearMaxFen}::bigint - h.all_fen, r.cap_fen - h.living_fen)
          end as left_fen) as l
        where f.state in ('FILED', 'IN_RELIEF') group by f.category, f.file_level)
      select s.category, s.file_level as "fileLevel", (s.n - coalesce(h.had, 0) + coalesce(h.eligible, 0))::text as households,
        ((s.n - coalesce(h.had, 0)) * least(${rules.askedFen}::bigint, r.cap_fen, ${rules.yearMaxFen}::bigint)
          + coalesce(h.fen, 0))::bigint::text as "amountFen"
      from standing as s left join helped as h using (category, file_level)
      join unnest(${rules.categories}::text[], ${rules.capsFen}::bigint[]) as r(category, cap_fen) using (category)
      where s.file_level = any(${rules.levels}::text[])
      order by 1, 2`;
    const shown = rows.map((row) => ({
      ...row,
      households: BigInt(row.households),
      amountFen: BigInt(row.amountFen),
    }));
    return {
      rows: shown,
      households: shown.reduce((sum, { households }) => sum + households, 0n),
      totalFen: shown.reduce((sum, { amountFen }) => sum + amountFen, 0n),
    };
  },
});

/** A part of it: called again from its cursor until there is none. Whoever waits for it already is left as he is. */
export const proposeReliefBatch = command({
  schema: z.strictObject({
    moneySource: code(MONEY_SOURCES),
    projectCode: optionalText(40),
    months,
    cursor: optionalId,
    limit: limit(PART_MAX, PART_USUAL),
  }),
  permission: 'welfare.relief.preview',
  async run({ sql, actor, now }, ask): Promise<ReliefBatchPart> {
    const today = chinaDate(now);
    const rules = rulesOf(ask.moneySource, ask.months, today);
    const orderedBy = orderOn(WELFARE_POLICY, 'relief.programmes', today);
    const [part] = await sql<{ proposed: number; fen: string; looked: number; last: string }>`
      with rule as (
        select category, cap_fen, category = any(${rules.single}::text[]) as single
        from unnest(${rules.categories}::text[], ${rules.capsFen}::bigint[]) as r(category, cap_fen)),
      part as materialized (
        select file_id, union_id, head_id, member_id, category, file_level from hardship_file
        where state in ('FILED', 'IN_RELIEF') and file_id > coalesce(${ask.cursor || null}::uuid,
          '00000000-0000-0000-0000-000000000000'::uuid)
        order by file_id limit ${ask.limit}),
      eligible as (
        select p.*, r.cap_fen, case when r.single and had.all_fen > had.living_fen then 0 else least(
            ${rules.askedFen}::bigint, r.cap_fen - had.living_fen, ${rules.yearMaxFen}::bigint - had.all_fen) end as fen
        from part as p join rule as r using (category)
        cross join lateral (
          select coalesce(sum(used_fen) filter (where programme = ''), 0) as all_fen,
            coalesce(sum(used_fen) filter (where programme = 'LIVING'), 0) as living_fen
          from relief_year as y where y.owner_id = p.file_id and y.grant_year = ${rules.year}) as had
        where p.file_level = any(${rules.levels}::text[])),
      written as (
        insert into relief_grant (grant_id, union_id, file_id, person_id, member_id, programme, grant_year,
          money_source, project_code, file_level, category, amount_fen, cap_fen, ordered_by, approval_need,
          stood_on, made_by)
        select (lpad(to_hex((extract(epoch from ${now}::timestamptz) * 1000)::bigint), 12, '0') || '7'
            || substr(r.hex, 14, 3) || substr(r.hex, 17, 16))::uuid,
          union_id, file_id, head_id, member_id, 'LIVING', ${rules.year}::int, ${ask.moneySource}::text,
          ${ask.projectCode}::text, file_level, category, fen, cap_fen, ${orderedBy}::text, 'COUNTY',
          ${today}::date, ${actor.id}::text
        from eligible cross join lateral (
          select replace(gen_random_uuid()::text, '-', '') as hex where file_id is not null) as r
        where fen > 0
        on conflict do nothing returning amount_fen)
      select (select count(*)::int from written) as proposed,
        (select coalesce(sum(amount_fen), 0)::text from written) as fen,
        (select count(*)::int from part) as looked,
        coalesce((select file_id::text from part order by file_id desc limit 1), '') as last`;
    const { proposed = 0, fen = '0', looked = 0, last = '' } = part ?? {};
    const nextCursor = looked === ask.limit ? last : '';
    return { proposed, totalFen: BigInt(fen), nextCursor };
  },
});
