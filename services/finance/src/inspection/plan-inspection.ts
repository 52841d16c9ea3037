// A round of inspections of income and spending (经费收支督查), alone or with a body that disciplines: whom it visits.
import type { InspectionFile } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readFile, UNITS_MAX } from './round.ts';

const PlanInspection = z.strictObject({
  title: text(100),
  fiscalYear: z.int().min(2000, 'too_small'),
  jointBody: optionalText(100),
  basis: text(200),
  unionIds: z
    .array(id)
    .min(1, 'required')
    .max(UNITS_MAX, 'too_many')
    .refine((ids) => new Set(ids).size === ids.length, 'twice'),
});

/** Refused INSPECTION_YEAR_WRONG: what has not begun is not looked at; UNION_DISSOLVED, with which. */
export function decideRound(
  { fiscalYear }: { fiscalYear: number },
  { today, dissolved }: { today: string; dissolved: readonly string[] },
): void {
  if (fiscalYear > Number(today.slice(0, 4))) throw refused('INSPECTION_YEAR_WRONG');
  const [unionId] = dissolved;
  if (unionId !== undefined) throw refused('UNION_DISSOLVED', { unionId });
}

export const planInspection = command({
  schema: PlanInspection,
  permission: 'finance.inspection.write',
  unions: ({ unionIds }) => unionIds,
  async run({ sql, actor, now }, ask): Promise<InspectionFile> {
    const today = chinaDate(now);
    const gone = await sql<{ id: string }>`
      select u.id from unnest(${ask.unionIds}::uuid[]) as u (id)
      left join known_union as f on f.union_id = u.id
      where f.union_id is null or f.dissolved_on is not null limit 1`;
    decideRound(ask, { today, dissolved: gone.map((one) => one.id) });
    const roundId = newId();
    const [planned] = await sql`
      insert into inspection_round (id, union_id, title, fiscal_year, joint_body, basis, planned_by,
        planned_on)
      values (${roundId}, ${actor.scope}, ${ask.title}, ${ask.fiscalYear}, ${ask.jointBody},
        ${ask.basis}, ${actor.id}, ${today})
      on conflict do nothing returning id`;
    if (!planned) throw duplicate('INSPECTION_EXISTS', { title: ask.title });
    await sql`
      insert into inspection_unit (round_id, union_id)
      select ${roundId}, id from unnest(${ask.unionIds}::uuid[]) as u (id)`;
    return readFile(sql, roundId);
  },
});
