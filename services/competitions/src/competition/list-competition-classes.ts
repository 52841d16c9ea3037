import type {
  CompetitionAwardRule,
  CompetitionClassList,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import type { ClassRule } from './class-policy.ts';

const KEY = 'competition.classes';

/** As they stood on a day, with what ordered them. */
export const listCompetitionClasses = query({
  schema: z.strictObject({ onDate: date }),
  permission: 'competitions.competition.read',
  run(_, { onDate }): Promise<CompetitionClassList> {
    const orderedBy = orderOn(COMPETITIONS_POLICY, KEY, onDate);
    const items = competitionsPolicy(KEY, onDate).map((rule) => {
      const { level, competitionClass, ledBy } = rule;
      return { level, competitionClass, ledBy, awards: awardsOf(rule), orderedBy };
    });
    return Promise.resolve({ items });
  },
});

function awardsOf({ expertTo, promotionTo }: ClassRule): CompetitionAwardRule[] {
  return [
    { award: 'TECHNICAL_EXPERT', rankTo: expertTo },
    { award: 'GRADE_PROMOTION', rankTo: promotionTo },
  ].filter(({ rankTo }) => rankTo > 0);
}
