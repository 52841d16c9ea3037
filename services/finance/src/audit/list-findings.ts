// The board: what is late first, then what is due next; and how much there is in each state. The audited side sees what
// is told or in the draft.
import type { FindingList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { FINDING_STATES, findingView, WAITING_STATES, type FindingRow } from './finding.ts';

export const listFindings = query({
  schema: z.strictObject({
    auditId: optionalId,
    roundId: optionalId,
    state: z.string().pipe(z.enum(['', 'OVERDUE', ...FINDING_STATES], 'unknown_code')),
    cursor,
    limit: limit(200),
  }),
  permission: 'finance.audit.read',
  async run({ sql, actor, now }, ask): Promise<FindingList> {
    const today = chinaDate(now);
    const inside = mayDo(actor.duty, 'finance.audit-paper.read');
    // Who has time comes after who has none, and what is closed at the end.
    const rows = await sql<Placed>`
      select * from (
        select f.*, (state = any(${WAITING_STATES}) and deadline < ${today} and deadline <> '') as late,
          (case when state = any(${WAITING_STATES}) and deadline < ${today} and deadline <> '' then '0'
            when state = 'CLOSED' then '2' else '1' end
            || coalesce(nullif(deadline, ''), '9999-12-31') || "findingId") as place
        from finding_row as f
        where (${ask.auditId} = '' or "auditId" = ${ask.auditId})
          and (${ask.roundId} = '' or "roundId" = ${ask.roundId})
          and (${inside}::boolean or state <> 'OPEN' or exists (select from audit as a
            where a.id = nullif(f."auditId", '')::uuid and a.drafted_on is not null))) as f
      where (${ask.cursor} = '' or place collate "C" > ${ask.cursor})
        and (${ask.state} = '' or state = ${ask.state} or (${ask.state} = 'OVERDUE' and late))
      order by place collate "C" limit ${ask.limit}`;
    return {
      items: rows.map((row) => findingView(plain(row), today)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.place ?? '') : '',
      counts: await countStates(sql, { ...ask, inside }, today),
    };
  },
});

interface Placed extends FindingRow {
  place: string;
  late: boolean;
}

/** Without what only the order is made of. */
function plain(row: Placed): FindingRow {
  const { place: _, late: __, ...finding } = row;
  return finding;
}

async function countStates(
  sql: Sql,
  { auditId, roundId, inside }: { auditId: string; roundId: string; inside: boolean },
  today: string,
): Promise<FindingList['counts']> {
  const rows = await sql<{ state: string; findings: number; fen: string }>`
    select s.state, count(*)::int as findings, sum(amount_fen)::text as fen
    from audit_finding as f
    cross join lateral (select f.state union all select 'OVERDUE'
      where f.state = any(${WAITING_STATES}) and f.deadline < ${today}::date) as s (state)
    where (${auditId} = '' or audit_id = nullif(${auditId}, '')::uuid)
      and (${roundId} = '' or round_id = nullif(${roundId}, '')::uuid)
      and (${inside}::boolean or f.state <> 'OPEN' or exists (select from audit as a
        where a.id = f.audit_id and a.drafted_on is not null))
    group by s.state order by s.state`;
  return rows.map(({ state, findings, fen }) => ({ state, findings, amountFen: BigInt(fen) }));
}
