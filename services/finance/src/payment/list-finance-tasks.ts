import { nothing } from '@gonglian/service/fields.ts';
import type {
  FinanceTaskGroup,
  FinanceTaskList,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { countAlerts } from '../alert/count-alerts.ts';
import { query, type Reading } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { dutiesFor } from './sign-rules.ts';

/** A queue, and what one must be allowed to do for it to wait for one. */
const QUEUES = {
  payment_to_check: 'finance.payment.check',
  payment_to_approve: 'finance.payment.approve',
  payment_to_export: 'finance.payment.export',
  payment_to_send: 'finance.payment.export',
  payment_awaiting_result: 'finance.payment.settle',
  payment_to_reconcile: 'finance.bank.import',
  payment_to_close: 'finance.payment.settle',
  line_to_reissue: 'finance.payment.reissue',
  budget_to_approve: 'finance.budget.approve',
  settlement_to_approve: 'finance.settlement.approve',
  emergency_overdue: 'finance.settlement.approve',
  emergency_to_decide: 'finance.settlement.approve',
  asset_to_approve: 'finance.asset.approve',
  spending_alert: 'finance.alert.read',
} as const;

// The type says what the contract says of an empty message.
/** What waits, in the order of QUEUES; what one has made or checked oneself waits for somebody else. */
export const listFinanceTasks = query({
  schema: nothing,
  permission: 'finance.task.read',
  async run(tx): Promise<FinanceTaskList> {
    const found = [
      await readPayments(tx),
      await readFailed(tx),
      await readBudget(tx),
      await readSettlements(tx),
      await readEmergencies(tx),
      await readAssets(tx),
    ].flat();
    if (mayDo(tx.actor.duty, QUEUES.spending_alert))
      found.push(await countAlerts(tx.sql, chinaDate(tx.now)));
    const groups = Object.entries(QUEUES)
      .filter(([, permission]) => mayDo(tx.actor.duty, permission))
      .flatMap(([kind]) => found.filter((group) => group.kind === kind && group.count > 0));
    return { groups };
  },
});

type Found = Promise<FinanceTaskGroup[]>;

function readPayments({ sql, actor, now }: Reading): Found {
  const tiers = financePolicy('payment.tiers', chinaDate(now));
  // Amounts whose tier leaves this duty out; a tier ends where the next begins.
  const closed = tiers.filter(({ fromFen }) => !dutiesFor(fromFen, tiers).includes(actor.duty));
  const ends = closed.map((tier) => tiers[tiers.indexOf(tier) + 1]?.fromFen ?? null);
  return sql`
    select case state when 'DRAFT' then 'payment_to_check' when 'CHECKED' then 'payment_to_approve'
        when 'APPROVED' then 'payment_to_export' when 'EXPORTED' then 'payment_to_send'
        when 'SENT' then 'payment_awaiting_result' when 'RESULT' then 'payment_to_reconcile'
        else 'payment_to_close' end as kind,
      count(*)::int as count, min(due_on)::text as "dueOn",
      min((made_at at time zone 'Asia/Shanghai')::date)::text as "oldestOn"
    from payment as p
    where state not in ('CLOSED', 'REJECTED')
      and not (state in ('DRAFT', 'CHECKED') and made_by = ${actor.id})
      and not (state in ('CHECKED', 'APPROVED') and checked_by = ${actor.id})
      and not (state = 'CHECKED' and exists (
        select from unnest(${closed.map(({ fromFen }) => fromFen)}::bigint[], ${ends}::bigint[])
          as t(least, most)
        where total_fen >= least and (most is null or total_fen < most)))
    group by state`;
}

function readFailed({ sql }: Reading): Found {
  return sql`
    select 'line_to_reissue' as kind, count(*)::int as count, coalesce(min(p.due_on)::text, '') as "dueOn",
      coalesce(min((p.result_at at time zone 'Asia/Shanghai')::date)::text, '') as "oldestOn"
    from payment as p join payment_line as l on l.payment_id = p.id
    where p.state in ('RESULT', 'RECONCILED') and l.state = 'FAILED'
      and not exists (
        select from payment_line as r where r.reissue_of = l.id and r.state <> 'REJECTED')`;
}

function readBudget({ sql, actor }: Reading): Found {
  return sql`
    select 'budget_to_approve' as kind, count(*)::int as count, '' as "dueOn",
      coalesce(min((proposed_at at time zone 'Asia/Shanghai')::date)::text, '') as "oldestOn"
    from budget_change where in_force_at is null and proposed_by <> ${actor.id}`;
}

/** What somebody else wants to pay to a neighbour. */
function readSettlements({ sql, actor }: Reading): Found {
  return sql`
    select 'settlement_to_approve' as kind, count(*)::int as count, '' as "dueOn", '' as "oldestOn"
    from settlement where state = 'PROPOSED' and proposed_by <> ${actor.id}`;
}

/** A transfer that has left, whose collective decision is to follow; what is late is a queue of its own. */
function readEmergencies({ sql, now }: Reading): Found {
  return sql`
    select case when decision_due_on < ${chinaDate(now)} then 'emergency_overdue'
        else 'emergency_to_decide' end as kind,
      count(*)::int as count, min(decision_due_on)::text as "dueOn", min(sent_on)::text as "oldestOn"
    from settlement where decision_due_on is not null and decision_on is null and state <> 'RETURNED' group by 1`;
}

/** A card, a disposal or a count that somebody else wrote down. */
function readAssets({ sql, actor }: Reading): Found {
  return sql`
    select 'asset_to_approve' as kind, count(*)::int as count, '' as "dueOn", '' as "oldestOn"
    from (
      select id from asset
      where (state = 'PROPOSED' and registered_by <> ${actor.id})
        or (state = 'DISPOSING' and disposal_by <> ${actor.id})
      union all
      select id from asset_count where state = 'FINISHED' and finished_by <> ${actor.id}) as waiting`;
}
