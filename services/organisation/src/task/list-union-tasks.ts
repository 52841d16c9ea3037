import { nothing } from '@gonglian/service/fields.ts';
import type { UnionTaskGroup } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { spanOf } from '../election/due-span.ts';
import { query, type Reading } from '../pipeline.ts';

/** A queue, and what one must be allowed to do for it to wait for one. */
const QUEUES = {
  establishment_to_reply: 'organisation.establishment.reply',
  establishment_to_approve: 'organisation.establishment.approve',
  election_to_reply: 'organisation.election.reply',
  election_to_review: 'organisation.election.review',
  election_to_approve: 'organisation.election.approve',
  election_overdue: 'organisation.due.read',
  election_due: 'organisation.due.read',
} as const;

// The type says what the contract says of an empty message.
/**
 * What waits, in the order of QUEUES; a queue in which nothing waits is left out. Each count is the
 * length of a list: establishments by state, due elections by election state, DUE or EXPIRED.
 */
export const listUnionTasks = query({
  schema: nothing,
  permission: 'organisation.task.read',
  async run(tx) {
    const found = [await readEstablishments(tx), await readElections(tx), await readDue(tx)].flat();
    const groups = Object.entries(QUEUES)
      .filter(([, permission]) => mayDo(tx.actor.duty, permission))
      .flatMap(([kind]) => found.filter((group) => group.kind === kind && group.count > 0));
    return { groups };
  },
});

type Found = Promise<UnionTaskGroup[]>;

function readEstablishments(tx: Reading): Found {
  return tx.sql`
    select case state when 'APPLIED' then 'establishment_to_reply'
        else 'establishment_to_approve' end as kind,
      count(*)::int as count, '' as "dueOn",
      min(case state when 'APPLIED' then applied_on else held_on end)::text as "oldestOn"
    from establishment where state in ('APPLIED', 'FOUNDED') group by state`;
}

/** What must be answered before the meeting is due on the day of the meeting. */
function readElections(tx: Reading): Found {
  return tx.sql`
    select case state when 'REQUEST_FILED' then 'election_to_reply'
        when 'CANDIDATES_PROPOSED' then 'election_to_review'
        else 'election_to_approve' end as kind,
      count(*)::int as count,
      min(case state when 'REQUEST_FILED' then requested_on
        when 'CANDIDATES_PROPOSED' then coalesce(replied_on, requested_on)
        else coalesce(reported_on, held_on) end)::text as "oldestOn",
      coalesce((min(coalesce(postponed_until, planned_on))
        filter (where state <> 'RESULT_REPORTED'))::text, '') as "dueOn"
    from election
    where open and state in ('REQUEST_FILED', 'CANDIDATES_PROPOSED', 'RESULT_REPORTED')
    group by state`;
}

/** The oldest is the one whose term ends, or ended, first; for a term that runs that is its deadline. */
function readDue(tx: Reading): Found {
  const asOf = chinaDate(tx.now);
  const reminders = policyOn(KERNEL_POLICY, 'term.reminders', asOf);
  const lastDay = spanOf('T180', asOf, reminders).to;
  return tx.sql`
    select case when term_end < ${asOf}::date then 'election_overdue' else 'election_due' end as kind,
      count(*)::int as count, min(term_end)::text as "oldestOn", min(term_end)::text as "dueOn"
    from union_record where status = 'ACTIVE' and term_end <= ${lastDay}::date group by 1`;
}
