// A list of who is entitled, as it is kept and as the API shows it.
import type {
  GrantEntitlement,
  GrantList,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import type { Entitlement, Missing } from './entitlement.ts';

export interface ListRow {
  listId: string;
  ruleId: string;
  ruleCode: string;
  ruleName: string;
  kind: string;
  fiscalYear: number;
  state: 'DRAFT' | 'APPROVED';
  generatedBy: string;
  approvedBy: string;
  recipients: number;
  totalFen: number;
  missing: Missing[];
  version: number;
}

/** Refused GRANT_LIST_STATE, MAKER_IS_APPROVER, GRANT_NOBODY_ENTITLED. */
export function decideListApproval(
  list: Pick<ListRow, 'state' | 'generatedBy' | 'recipients'>,
  account: string,
): void {
  if (list.state !== 'DRAFT') throw refused('GRANT_LIST_STATE', { state: list.state });
  if (list.generatedBy === account) throw refused('MAKER_IS_APPROVER');
  if (list.recipients === 0) throw refused('GRANT_NOBODY_ENTITLED');
}

interface Find {
  listId?: string | null;
  before?: string | null;
  limit?: number;
}

/** The newest first; by id, or before one. */
export function findLists(
  sql: Sql,
  { listId = null, before = null, limit = 1 }: Find,
): Promise<ListRow[]> {
  return sql<ListRow>`
    select l.list_id as "listId", l.rule_id as "ruleId", l.rule_code as "ruleCode", r.name as "ruleName",
      r.kind, l.fiscal_year as "fiscalYear", l.state, l.generated_by as "generatedBy",
      l.approved_by as "approvedBy", s.recipients, s.fen as "totalFen", l.missing, l.version
    from grant_list as l join grant_rule as r using (rule_id)
    cross join lateral (
      select count(*)::int as recipients, coalesce(sum(amount_fen), 0)::float8 as fen
      from grant_entitlement where list_id = l.list_id) as s
    where (${listId}::uuid is null or l.list_id = ${listId}::uuid)
      and (${before}::uuid is null or l.list_id < ${before}::uuid)
    order by l.list_id desc limit ${limit}`;
}

/** GRANT_LIST_UNKNOWN. */
export async function getList(sql: Sql, listId: string): Promise<ListRow> {
  const [row] = await findLists(sql, { listId });
  if (!row) throw notFound('GRANT_LIST_UNKNOWN', { listId });
  return row;
}

const ENTITLEMENTS_MAX = 5_000;

export function findEntitlements(sql: Sql, listId: string): Promise<Entitlement[]> {
  return sql<Entitlement>`
    select union_id as "unionId", region_code as "regionCode", name, recipient_node as "recipientNode",
      tier, collected_fen::float8 as "collectedFen", collected_from as "collectedFrom",
      amount_fen::float8 as "amountFen"
    from grant_entitlement where list_id = ${listId}
    order by region_code, union_id limit ${ENTITLEMENTS_MAX}`;
}

export function listView(row: ListRow, entitlements: readonly Entitlement[]): GrantList {
  return {
    ...row,
    totalFen: BigInt(row.totalFen),
    entitlements: entitlements.map((one): GrantEntitlement => ({
      ...one,
      collectedFen: BigInt(one.collectedFen),
      amountFen: BigInt(one.amountFen),
    })),
  };
}

/** The list with its lines, after a change of this transaction. */
export async function listNow(sql: Sql, listId: string): Promise<GrantList> {
  return listView(await getList(sql, listId), await findEntitlements(sql, listId));
}
