// Who is entitled is worked out from the rule, and again as long as nobody has approved it; a year's list that was approved is
// followed by one of those that were not on it.
import type { GrantList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { command, type Tx } from '../pipeline.ts';
import {
  decideEntitlements,
  requireListed,
  type Entitlement,
  type Missing,
} from './entitlement.ts';
import { findRecipients } from './find-recipients.ts';
import { fiscalYear, region } from './grant-fields.ts';
import { listNow } from './grant-list.ts';
import { ownRule, type RuleRow } from './grant-rule.ts';

const COLLECTED_MAX = 5_000;

const GenerateGrantList = z.strictObject({
  ruleId: id,
  fiscalYear,
  collected: z
    .array(z.strictObject({ regionCode: region, collectedFen: optionalFen }))
    .max(COLLECTED_MAX, 'too_many'),
});

export const generateGrantList = command({
  schema: GenerateGrantList,
  permission: 'finance.grant.review',
  async run(tx, ask): Promise<GrantList> {
    const { sql } = tx;
    const rule = await ownRule(sql, ask.ruleId);
    requireListed(rule, ask.fiscalYear);
    // Two who make the same list at once wait for each other: there may be no row yet to lock.
    const lock = `grant list ${rule.ruleCode} ${ask.fiscalYear}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
    const all = await findRecipients(tx, rule.recipientLevel, ask.fiscalYear);
    const listed = await findListed(tx, rule.ruleCode, ask.fiscalYear);
    const recipients = all.filter(({ unionId }) => !listed.has(unionId));
    const declared = new Map(ask.collected.map((one) => [one.regionCode, one.collectedFen]));
    const { entitled, missing } = decideEntitlements(rule, recipients, declared);
    const listId = await openList(tx, rule, ask.fiscalYear, missing);
    await writeEntitlements(tx, { listId, rule, fiscalYear: ask.fiscalYear }, entitled);
    return listNow(sql, listId);
  },
});

/** Whoever is on an approved list of the year stays on that one. */
async function findListed({ sql }: Tx, ruleCode: string, year: number): Promise<Set<string>> {
  const rows = await sql<{ unionId: string }>`
    select e.union_id as "unionId" from grant_entitlement as e join grant_list as l using (list_id)
    where e.rule_code = ${ruleCode} and e.fiscal_year = ${year} and l.state = 'APPROVED'`;
  return new Set(rows.map(({ unionId }) => unionId));
}

/** The draft of that year with nothing on it, or a new one. */
async function openList(
  { sql, actor }: Tx,
  { ruleId, ruleCode }: RuleRow,
  year: number,
  missing: readonly Missing[],
): Promise<string> {
  const [draft] = await sql<{ listId: string }>`
    update grant_list set rule_id = ${ruleId}, missing = ${JSON.stringify(missing)},
      generated_by = ${actor.id}, version = version + 1
    where rule_code = ${ruleCode} and fiscal_year = ${year} and state = 'DRAFT'
    returning list_id as "listId"`;
  if (draft) {
    await sql`delete from grant_entitlement where list_id = ${draft.listId}`;
    return draft.listId;
  }
  const listId = newId();
  await sql`
    insert into grant_list (list_id, rule_id, rule_code, fiscal_year, missing, generated_by)
    values (${listId}, ${ruleId}, ${ruleCode}, ${year}, ${JSON.stringify(missing)}, ${actor.id})`;
  return listId;
}

async function writeEntitlements(
  { sql }: Tx,
  list: { listId: string; rule: RuleRow; fiscalYear: number },
  entitled: readonly Entitlement[],
): Promise<void> {
  const of = <K extends keyof Entitlement>(field: K) => entitled.map((one) => one[field]);
  await sql`
    insert into grant_entitlement (list_id, rule_code, fiscal_year, union_id, region_code, name,
      recipient_node, tier, collected_fen, collected_from, amount_fen)
    select ${list.listId}, ${list.rule.ruleCode}, ${list.fiscalYear}, e.*
    from unnest(${of('unionId')}::uuid[], ${of('regionCode')}::text[], ${of('name')}::text[],
      ${of('recipientNode')}::text[], ${of('tier')}::text[], ${of('collectedFen')}::bigint[],
      ${of('collectedFrom')}::text[], ${of('amountFen')}::bigint[]) as e`;
}
