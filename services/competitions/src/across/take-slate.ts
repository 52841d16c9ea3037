// A slate of a node below is whole: it is taken or returned, and either is answered at once.
import { honourSlateAnswered } from '@gonglian/contracts/competitions.ts';
import type { HonourSlateSent } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { chinaDate, isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isRefusal, refused } from '@gonglian/kernel/refusal.ts';
import { HONOUR_CODES, type HonourCode, type HonourRule } from '../honour/honour-policy.ts';
import { leftOf, lockQuota } from '../honour/quota.ts';
import { findRounds, ruleIn } from '../honour/round.ts';
import { writeStep, type NominationRow } from '../nomination/nomination.ts';
import { requireOnceInCycle } from '../nomination/subject.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { decideArrived, type ArrivedOne, type Objection } from './decide-arrived.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';

const SLATE_MAX = 5_000;

/** NOMINATION_NOT_YOURS for who is no subordinate; a slate that was answered is passed over. */
export async function takeSlate(tx: Tx, from: string, said: HonourSlateSent): Promise<void> {
  const { sql, own, node } = tx;
  const { slateId, roundId, honourCode, nominations, sentOn } = said;
  demandForm(isId(slateId) && isId(roundId) && isCalendarDate(sentOn) && nominations > 0);
  demandForm(includes(HONOUR_CODES, honourCode) && nominations <= SLATE_MAX);
  const theirs = own.subordinates.includes(from) && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('NOMINATION_NOT_YOURS', { from, subject: slateId });
  const entered = await sql`
    insert into honour_slate (slate_id, round_id, honour_code, neighbour, direction, nominations, sent_on, state)
    values (${slateId}, ${roundId}, ${honourCode}, ${from}, 'IN', ${nominations}, ${sentOn}, 'SENT')
    on conflict (slate_id) do nothing returning 1`;
  if (entered.length === 0) return;
  const quota = await readQuota(sql, said, from);
  if (!quota) return answer(tx, said, [], { reason: 'HONOUR_QUOTA_NONE', returnedIds: [] });
  const rows = await readArrived(sql, slateId);
  const objection = await judge(tx, said, quota, rows);
  await answer(tx, said, rows, objection, quota.drawnFrom);
}

interface Quota {
  rootId: string;
  /** Whose places they are: its own, or its giver's. */
  drawnFrom: string;
  places: number;
  dueOn: string;
  closedOn: string;
}

/** Shared with the slate of this node, which is not closed meanwhile. */
async function readQuota(
  sql: Sql,
  { roundId, honourCode }: HonourSlateSent,
  from: string,
): Promise<Quota | undefined> {
  const rootId = nodeRootUnionId(from);
  const [quota] = await sql<Quota>`
    select q.union_id as "rootId", case when q.pooled then q.from_union_id else q.union_id end as "drawnFrom",
      q.places, q.slate_due_on::text as "dueOn", coalesce(c.slate_submitted_on::text, '') as "closedOn"
    from honour_quota as q join honour_category as c using (round_id, honour_code)
    where q.round_id = ${roundId} and q.honour_code = ${honourCode} and q.union_id = ${rootId}
      and q.to_node = ${from}
    for share of c`;
  return quota;
}

const readArrived = (sql: Sql, slateId: string): Promise<(NominationRow & ArrivedOne)[]> =>
  sql<NominationRow & ArrivedOne>`
    select r.*, n.basis from nomination as n
    join nomination_row as r on r."nominationId" = n.nomination_id
    where n.slate_id = ${slateId} and n.state = 'ARRIVED' order by n.nomination_id limit ${SLATE_MAX}`;

/** Under the lock of whose places they are: what another slate takes at once is seen here. */
async function judge(
  { sql }: Tx,
  said: HonourSlateSent,
  quota: Quota,
  ones: readonly (NominationRow & ArrivedOne)[],
): Promise<Objection | undefined> {
  const [round] = await findRounds(sql, { roundId: said.roundId });
  if (!round) return { reason: 'HONOUR_QUOTA_NONE', returnedIds: [] };
  const rule = await ruleIn(sql, round, said.honourCode as HonourCode);
  const left = leftOf(await lockQuota(sql, said, quota.drawnFrom));
  const taken = await sql<{ traits: string[]; singleListed: boolean }>`
    select traits, single_listed as "singleListed" from nomination
    where round_id = ${said.roundId} and honour_code = ${said.honourCode} and from_node = ${said.fromNode}
      and quota_union_id is not null limit ${SLATE_MAX}`;
  const own = quota.places - taken.length;
  return decideArrived(
    {
      announced: said.nominations,
      sentOn: said.sentOn,
      ones,
      taken,
      dueOn: quota.dueOn,
      closedOn: quota.closedOn,
      left: { regular: Math.min(left.regular, own), single: Math.min(left.single, own) },
      twice: await readTwice(sql, ones, { ...rule, roundYear: round.roundYear }),
    },
    rule,
  );
}

/** Locked in the order of their keys, as nobody else locks more than one. */
async function readTwice(
  sql: Sql,
  ones: readonly NominationRow[],
  rule: HonourRule & { roundYear: number },
): Promise<Set<string>> {
  const twice = new Set<string>();
  for (const one of ones.toSorted((a, b) => (a.subjectKey < b.subjectKey ? -1 : 1))) {
    const { subjectKey } = one;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`honour:${subjectKey}`}, 0))`;
    try {
      await requireOnceInCycle(sql, { ...one, roundYear: rule.roundYear }, rule);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      twice.add(subjectKey);
    }
  }
  return twice;
}

/** Each nomination is told by its step, the slate by its answer. */
async function answer(
  tx: Tx,
  said: HonourSlateSent,
  ones: readonly NominationRow[],
  objection: Objection | undefined,
  drawnFrom = '',
): Promise<void> {
  const { slateId, roundId, sentOn } = said;
  const { reason = '', returnedIds = [] } = objection ?? {};
  for (const one of ones) {
    if (objection) {
      const note = returnedIds.length === 0 || returnedIds.includes(one.nominationId) ? reason : '';
      await writeStep(tx, one, { step: 'RETURN', state: 'RETURNED', happenedOn: sentOn, note });
      continue;
    }
    await tx.sql`
      update nomination set quota_union_id = ${drawnFrom}, submitted_on = ${sentOn}
      where nomination_id = ${one.nominationId}`;
    await writeStep(tx, one, { step: 'TAKE', state: 'SUBMITTED', happenedOn: sentOn });
  }
  const [word, answeredOn] = [objection ? 'RETURNED' : 'ACCEPTED', chinaDate(tx.now)];
  await tx.sql`
    update honour_slate set state = ${word}, reason = ${reason}, answered_on = ${answeredOn},
      returned_ids = ${returnedIds}
    where slate_id = ${slateId} and round_id = ${roundId}`;
  const to = { fromNode: tx.node, toNode: said.fromNode };
  tx.emit(honourSlateAnswered, { slateId, ...to, answer: word, reason, returnedIds, answeredOn });
}
