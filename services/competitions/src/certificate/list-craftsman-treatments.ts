// What the craftsmen of this node are given a year by the rule of a day, and how many there are of each level.
import type {
  CraftsmanTreatment,
  CraftsmanTreatmentList,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import type { CraftsmanTreatmentRule } from './treatment-policy.ts';

const KEY = 'craftsman.treatment';

/** Each person once, at the highest of his levels that the rule names. */
export function treatmentsOf(
  rules: readonly CraftsmanTreatmentRule[],
  people: readonly { levels: readonly string[] }[],
): Omit<CraftsmanTreatment, 'orderedBy'>[] {
  const highest = people.map(
    ({ levels }) => rules.find(({ level }) => levels.includes(level))?.level,
  );
  return rules.map(({ level, yearlyFen }) => {
    const holders = highest.filter((one) => one === level).length;
    return { level, yearlyFen: BigInt(yearlyFen), holders, totalFen: BigInt(yearlyFen * holders) };
  });
}

/** Of who lives here, and was not taken his title before that day. */
export const listCraftsmanTreatments = query({
  schema: z.strictObject({ onDate: date }),
  permission: 'competitions.treatment.read',
  async run({ sql }, { onDate }): Promise<CraftsmanTreatmentList> {
    const people = await sql<{ levels: string[] }>`
      select array_agg(distinct g.level) as levels
      from honour_grant as g left join holder_standing as s using (person_id)
      where g.honour_code = 'CRAFTSMAN' and g.holder = 'PERSON' and g.granted_on <= ${onDate}::date
        and coalesce(g.revoked_on, 'infinity') > ${onDate}::date
        and (coalesce(s.standing, 'LIVING') = 'LIVING' or s.since_on > ${onDate}::date)
      group by g.person_id`;
    const orderedBy = orderOn(COMPETITIONS_POLICY, KEY, onDate);
    const treatments = treatmentsOf(competitionsPolicy(KEY, onDate), people);
    return { items: treatments.map((one) => ({ ...one, orderedBy })) };
  },
});
