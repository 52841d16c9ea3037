// From here on the list stays, and each line of it is a grant that waits to be paid.
import { grantApproved } from '@gonglian/contracts/finance.ts';
import type { GrantList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import type { Entitlement } from './entitlement.ts';
import {
  decideListApproval,
  findEntitlements,
  getList,
  listNow,
  type ListRow,
} from './grant-list.ts';
import { getRule } from './grant-rule.ts';

export const approveGrantList = command({
  schema: z.strictObject({ listId: id, expectedVersion }),
  permission: 'finance.grant.approve',
  async run(tx, ask): Promise<GrantList> {
    const { sql, actor } = tx;
    await sql`select from grant_list where list_id = ${ask.listId} for update`;
    const list = await getList(sql, ask.listId);
    if (list.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: list.version });
    decideListApproval(list, actor.id);
    await sql`
      update grant_list set state = 'APPROVED', approved_by = ${actor.id}, version = version + 1
      where list_id = ${list.listId}`;
    await writeGrants(tx, list, await findEntitlements(sql, list.listId));
    return listNow(sql, list.listId);
  },
});

async function writeGrants(tx: Tx, list: ListRow, entitled: readonly Entitlement[]): Promise<void> {
  const { sql, actor, node, now } = tx;
  const { useDays } = await getRule(sql, list.ruleId);
  const today = chinaDate(now);
  const rows = entitled.map((one) => ({ ...one, grantId: newId() }));
  const of = <K extends keyof (typeof rows)[number]>(field: K) => rows.map((row) => row[field]);
  await sql`
    insert into fund_grant (grant_id, rule_id, rule_code, kind, fiscal_year, direction, neighbour, union_id,
      recipient_union_id, list_id, applied_fen, granted_fen, matching_bp, beneficiary, record_kind, record_id,
      acceptance_sha256, documents, reason, state, made_by, approved_by, applied_on, approved_on, due_on)
    select e.id, ${list.ruleId}, ${list.ruleCode}, ${list.kind}, ${list.fiscalYear},
      case e.node when '' then 'HERE' else 'IN' end, e.node,
      case e.node when '' then e.recipient else ${nodeRootUnionId(node)}::uuid end, e.recipient,
      ${list.listId}, e.fen, e.fen, 0, '', '', '', '', '[]', '', 'APPROVED', ${list.generatedBy},
      ${actor.id}, ${today}::date, ${today}::date, ${addDays(today, useDays)}::date
    from unnest(${of('grantId')}::uuid[], ${of('unionId')}::uuid[], ${of('recipientNode')}::text[],
      ${of('amountFen')}::bigint[]) as e(id, recipient, node, fen)`;
  for (const one of rows) tellApproved(tx, list, one, today);
}

function tellApproved(
  { emit }: Pick<Tx, 'emit'>,
  { ruleId, ruleCode, kind, fiscalYear }: ListRow,
  { grantId, unionId, recipientNode, amountFen }: Entitlement & { grantId: string },
  approvedOn: string,
): void {
  emit(grantApproved, {
    grantId,
    ruleId,
    ruleCode,
    kind,
    fiscalYear,
    unionId,
    recipientNode,
    approvedOn,
    recordKind: '',
    recordId: '',
    amountFen: BigInt(amountFen),
  });
}
