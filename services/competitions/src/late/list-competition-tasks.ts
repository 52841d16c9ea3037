// What the workbench says of competitions: suggestions and hazard reports whose dated days have passed.
import type {
  CompetitionTaskGroup,
  CompetitionTaskList,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';

/** A queue, and what one must be allowed to do for it to wait for one. */
const QUEUES = {
  suggestion_overdue: 'competitions.suggestion.answer',
  hazard_overdue: 'competitions.hazard.close',
} as const;

// The type says what the contract says of an empty message.
const nothing: z.ZodType<object, object> = z.strictObject({});

/** Each count is the length of the list OVERDUE; a queue in which nothing waits is left out. */
export const listCompetitionTasks = query({
  schema: nothing,
  permission: 'competitions.task.read',
  async run({ sql, now, actor }): Promise<CompetitionTaskList> {
    const found = await readLate(sql, chinaDate(now));
    const groups = Object.entries(QUEUES)
      .filter(([, permission]) => mayDo(actor.duty, permission))
      .flatMap(([kind]) => found.filter((group) => group.kind === kind && group.count > 0));
    return { groups };
  },
});

function readLate(sql: Sql, today: CalendarDate): Promise<CompetitionTaskGroup[]> {
  return sql<CompetitionTaskGroup>`
    select 'suggestion_overdue' as kind, count(*)::int as count,
      coalesce(min(submitted_on)::text, '') as "oldestOn", coalesce(min(due_on)::text, '') as "dueOn"
    from suggestion where state = 'SUBMITTED' and due_on < ${today}::date
    union all
    select 'hazard_overdue', count(*)::int, coalesce(min(reported_on)::text, ''), coalesce(min(due_on)::text, '')
    from hazard_report where state = 'FORWARDED' and due_on < ${today}::date`;
}
