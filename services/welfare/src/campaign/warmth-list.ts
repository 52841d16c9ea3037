// Money for named persons at a visit: drafted, approved by somebody else, paid by finance, signed for where it is.
import type {
  WarmthLine,
  WarmthList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { maskBankCard } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';
import type { CampaignKind } from './campaign.ts';

export const WARMTH_STATES = ['DRAFT', 'APPROVED', 'CANCELLED'] as const;
export type WarmthState = (typeof WARMTH_STATES)[number];

/** What finance is asked to pay it as (payout-policy.ts). */
export const WARMTH_GIFT = 'WARMTH_GIFT';

export interface WarmthListRow {
  listId: string;
  visitId: string;
  campaignKind: CampaignKind;
  unionId: string;
  unionName: string;
  givenOn: string;
  bank: string;
  projectCode: string;
  sourceCode: string;
  documentNo: string;
  state: WarmthState;
  lineCount: number;
  totalFen: number;
  paidFen: number;
  madeBy: string;
  approvedBy: string;
  version: number;
}

export const warmthStep = { listId: id, expectedVersion };
export const warmthAccountPlace = (listId: string, seq: number) =>
  `warmth.account.${listId}.${seq}`;

interface Find {
  id?: string | null;
  unionId?: string | null;
  state?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findWarmthLists(sql: Sql, of: Find): Promise<WarmthListRow[]> {
  const { id: one = null, unionId = null, state = '', before = null, limit } = of;
  return sql<WarmthListRow>`
    select w.list_id as "listId", w.visit_id as "visitId", c.kind as "campaignKind", w.union_id as "unionId",
      coalesce(u.name, '') as "unionName", w.given_on::text as "givenOn", w.bank, w.project_code as "projectCode",
      w.source_code as "sourceCode", w.document_no as "documentNo", w.state, l.lines as "lineCount",
      l.total::float8 as "totalFen", l.paid::float8 as "paidFen", w.made_by as "madeBy",
      w.approved_by as "approvedBy", w.version
    from warmth_list as w join campaign as c using (campaign_id)
    left join known_union as u on u.union_id = w.union_id
    cross join lateral (
      select count(*)::int as lines, coalesce(sum(amount_fen), 0) as total,
        coalesce(sum(amount_fen) filter (where paid_on is not null), 0) as paid
      from warmth_line as l where l.list_id = w.list_id) as l
    where (${one}::uuid is null or w.list_id = ${one}::uuid)
      and (${unionId}::uuid is null or w.union_id = ${unionId}::uuid)
      and (${state}::text = '' or w.state = ${state}::text)
      and (${before}::uuid is null or w.list_id < ${before}::uuid)
    order by w.list_id desc limit ${limit}`;
}

/** WARMTH_LIST_UNKNOWN for one out of reach. */
export async function readWarmthList(sql: Sql, listId: string): Promise<WarmthListRow> {
  const [row] = await findWarmthLists(sql, { id: listId, limit: 1 });
  if (!row) throw notFound('WARMTH_LIST_UNKNOWN', { listId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on; refused WARMTH_STATE_WRONG in another state. */
export async function lockWarmthList(
  sql: Sql,
  ask: { listId: string; expectedVersion: number },
  state: WarmthState,
): Promise<WarmthListRow> {
  await sql`select from warmth_list where list_id = ${ask.listId} for update`;
  const row = await readWarmthList(sql, ask.listId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  if (row.state !== state) throw refused('WARMTH_STATE_WRONG', { state: row.state });
  return row;
}

export function warmthView(row: WarmthListRow, lines: WarmthLine[] = []): WarmthList {
  return { ...row, totalFen: BigInt(row.totalFen), paidFen: BigInt(row.paidFen), lines };
}

export async function readWholeWarmthList(
  sql: Sql,
  vault: Vault,
  listId: string,
): Promise<WarmthList> {
  const rows = await sql<{
    seq: number;
    personId: string;
    name: Buffer;
    account: Buffer;
    amountFen: string;
    payoutState: string;
    signatureSha256: string;
    signedOn: string;
  }>`
    select l.seq, l.person_id as "personId", p.name_sealed as name, l.account_sealed as account,
      l.amount_fen::text as "amountFen", payout_state(${WARMTH_GIFT}, l.list_id::text, l.seq::text) as "payoutState",
      l.signature_sha256 as "signatureSha256", coalesce(l.signed_on::text, '') as "signedOn"
    from warmth_line as l join person as p using (person_id) where l.list_id = ${listId} order by l.seq`;
  const lines = rows.map(({ personId, name, account, amountFen, ...line }) => ({
    ...line,
    personNameMasked: shownName(vault, personId, name),
    accountMasked: maskBankCard(vault.open(account, warmthAccountPlace(listId, line.seq))),
    amountFen: BigInt(amountFen),
  }));
  return warmthView(await readWarmthList(sql, listId), lines);
}
