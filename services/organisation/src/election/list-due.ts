import { DueUnion } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { DUE_STATES, dueState, type ReminderPolicy } from '@gonglian/kernel/term.ts';
import { cursor, limit, optionalDate } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalCode } from '../fields.ts';
import { query, type Reading } from '../pipeline.ts';
import { FIRST, LAST, spanOf, type Span } from './due-span.ts';
import { ELECTION_STATES, type ElectionState } from './election.ts';

const ListDue = z.strictObject({
  dueState: optionalCode([...DUE_STATES, 'DUE']),
  electionState: optionalCode(ELECTION_STATES as [ElectionState, ...ElectionState[]]),
  asOf: optionalDate,
  cursor: cursor.regex(/^(\d{4}-\d{2}-\d{2} [0-9a-f-]{36})?$/, 'not_a_cursor'),
  limit: limit(200),
});
type ListDue = z.output<typeof ListDue>;

/** The term ends that a list is asked for; an election may be under way whenever a term ends. */
function spanAsked(ask: ListDue, asOf: string, reminders: ReminderPolicy): Span {
  if (ask.dueState === 'DUE') return { from: asOf, to: spanOf('T180', asOf, reminders).to };
  if (ask.dueState !== '') return spanOf(ask.dueState, asOf, reminders);
  const to = ask.electionState === '' ? spanOf('T180', asOf, reminders).to : LAST;
  return { from: FIRST, to };
}

/**
 * The unions that are due or overdue, the most overdue first; how many stand in each state over the
 * whole node.
 */
export const listDue = query({
  schema: ListDue,
  permission: 'organisation.due.read',
  async run(tx, ask) {
    const asOf = ask.asOf || chinaDate(tx.now);
    const reminders = policyOn(KERNEL_POLICY, 'term.reminders', asOf);
    const span = spanAsked(ask, asOf, reminders);
    const read = ask.electionState === '' ? readDue : readByElection;
    const rows = await read(tx, ask, span);
    const page = rows.slice(0, ask.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) =>
        DueUnion.fromPartial({
          ...row,
          dueState: row.termEnd === '' ? '' : dueState(row.termEnd, asOf, reminders),
        }),
      ),
      nextCursor:
        last && rows.length > page.length ? `${last.termEnd || LAST} ${last.unionId}` : '',
      counts: await countDue(tx, asOf, reminders),
    };
  },
});

/** With the election that is under way, or else the last one. One row more than a page. */
function readDue(tx: Reading, ask: ListDue, span: Span): Promise<Omit<DueUnion, 'dueState'>[]> {
  const [afterEnd = '', afterId = ''] = ask.cursor.split(' ');
  if (ask.cursor !== '' && afterEnd < span.from) throw invalid('CURSOR_INVALID');
  return tx.sql`
    select r.id as "unionId", r.name, r.term_end::text as "termEnd", r.term_no as "termNo",
      e.id as "electionId", e.state as "electionState"
    from union_record as r
    left join lateral (
      select id, state from election where union_id = r.id order by open desc, id desc limit 1
    ) as e on true
    where r.status = 'ACTIVE' and r.term_end between ${span.from} and ${span.to}
      and (${ask.cursor} = ''
        or (r.term_end, r.id) > (nullif(${afterEnd}, '')::date, nullif(${afterId}, '')::uuid))
    order by r.term_end, r.id limit ${ask.limit + 1}`;
}

/** By the elections under way in one state: those of unions that have had no term yet come last. */
function readByElection(
  tx: Reading,
  ask: ListDue,
  span: Span,
): Promise<Omit<DueUnion, 'dueState'>[]> {
  const [afterEnd = '', afterId = ''] = ask.cursor.split(' ');
  return tx.sql`
    select r.id as "unionId", r.name, coalesce(r.term_end::text, '') as "termEnd",
      r.term_no as "termNo", e.id as "electionId", e.state as "electionState"
    from election as e join union_record as r on r.id = e.union_id
    cross join lateral (select coalesce(r.term_end, ${LAST}::date)) as by(term_end)
    where e.open and e.state = ${ask.electionState}
      and by.term_end between ${span.from} and ${span.to}
      and (${ask.cursor} = ''
        or (by.term_end, r.id) > (nullif(${afterEnd}, '')::date, nullif(${afterId}, '')::uuid))
    order by by.term_end, r.id limit ${ask.limit + 1}`;
}

async function countDue(
  tx: Reading,
  asOf: string,
  reminders: ReminderPolicy,
): Promise<Record<string, number>> {
  const spans = DUE_STATES.map((state) => ({ state, ...spanOf(state, asOf, reminders) }));
  const rows = await tx.sql<{ state: string; count: number }>`
    select s.state, (
      select count(*)::int from union_record
      where status = 'ACTIVE' and term_end between s.from and s.to) as count
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
      as s(state text, "from" date, "to" date)`;
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}
