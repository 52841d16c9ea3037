// Transfers that leave or reach a union in reach, the oldest first, or those alone that wait for it. One past its day is
// shown as expired, whoever has noticed.
import type { TransferList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { maskName } from '@gonglian/kernel/mask.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { askedUnions } from '../member/member-filter.ts';
import { openPerson } from '../member/person.ts';
import { query, type Own } from '../pipeline.ts';
import { WAITING, WAITING_FOR } from './transfer.ts';

const STATES = [
  'INITIATED',
  'SENDER_CONFIRMED',
  'COMPLETED',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
] as const;
const OPEN = ['INITIATED', 'SENDER_CONFIRMED'];

const ListTransfers = z.strictObject({
  state: z.string().pipe(z.enum(['', ...STATES], 'unknown_code')),
  waiting: z.string().pipe(z.enum(['', ...WAITING_FOR], 'unknown_code')),
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
});

interface Row {
  transferId: string;
  memberId: string;
  fromUnionId: string;
  toUnionId: string;
  state: string;
  effectiveOn: string;
  version: number;
  fromUnionName: string;
  toUnionName: string;
  askedBy: string;
  requestedOn: string;
  expiresOn: string;
}

export const listTransfers = query({
  schema: ListTransfers,
  permission: 'membership.transfer.read',
  async run(tx, ask): Promise<TransferList> {
    const states = ask.state === '' ? OPEN : [ask.state];
    const waiting = ask.waiting === '' ? { state: null, leaving: null } : WAITING[ask.waiting];
    const { unions } = await askedUnions(tx, '');
    const rows = await tx.sql<Row>`
      select * from (
        select t.id as "transferId", t.member_id as "memberId", t.from_union_id as "fromUnionId",
          t.to_union_id as "toUnionId", t.effective_on::text as "effectiveOn", t.version,
          case when t.state = any(${OPEN}::text[]) and t.expires_on < ${chinaDate(tx.now)}::date
            then 'EXPIRED' else t.state end as state,
          coalesce(f.name, '') as "fromUnionName", coalesce(r.name, '') as "toUnionName",
          t.asked_by as "askedBy", t.requested_on::text as "requestedOn",
          t.expires_on::text as "expiresOn"
        from transfer t
        left join union_state f on f.union_id = t.from_union_id
        left join union_state r on r.union_id = t.to_union_id) as shown
      where state = any(${states}::text[])
        and (${waiting.state}::text is null or state = ${waiting.state}::text)
        and (${waiting.leaving}::bool is null or ${unions}::uuid[] is null
          or case when ${waiting.leaving}::bool then "fromUnionId" else "toUnionId" end
            = any(${unions}::uuid[]))
        and (${ask.cursor || null}::uuid is null or "transferId" > ${ask.cursor || null}::uuid)
      order by "transferId" limit ${ask.limit}`;
    const names = await maskedNames(tx, rows);
    const last = rows.at(-1);
    return {
      items: rows.map((row) => itemOf(row, names.get(row.memberId) ?? '')),
      nextCursor: last && rows.length === ask.limit ? last.transferId : '',
    };
  },
});

function itemOf(row: Row, nameMasked: string): TransferList['items'][number] {
  const { transferId, memberId, fromUnionId, toUnionId, state, effectiveOn, version } = row;
  const { fromUnionName, toUnionName, askedBy, requestedOn, expiresOn } = row;
  const transfer = { transferId, memberId, fromUnionId, toUnionId, state, effectiveOn, version };
  return { transfer, nameMasked, fromUnionName, toUnionName, askedBy, requestedOn, expiresOn };
}

async function maskedNames(
  { sql, own, beyondScope }: Reading<Own>,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  await beyondScope('who receives a member must read whom, before the member is his');
  const persons = await sql<{ id: string; sealed: Buffer }>`
    select id, sealed from person where id = any(${rows.map((row) => row.memberId)}::uuid[])`;
  const keys = own.vault.openingKeys();
  return new Map(
    persons.map(({ id, sealed }) => [id, maskName(openPerson(keys, id, sealed).name)]),
  );
}
