// Counts what facts have told again from the records themselves, for whoever does not trust the cells made of facts.
import type {
  FinanceRecount,
  FinanceRecountRow,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { cursor, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

interface Group extends Omit<FinanceRecountRow, 'count' | 'amountFen'> {
  count: string;
  amountFen: string;
}
type Place = Omit<Group, 'count' | 'amountFen'>;

const START: Place = {
  unionId: '00000000-0000-0000-0000-000000000000',
  month: '',
  movement: '',
  auditKind: '',
  byFirm: false,
};

/**
 * A refund counts in the month in which the bank paid it, an audit in those of its report and of its end, a finding in
 * that in which it was raised, a visit in that of its day, an application in that in which it was handed in last: the same
 * movements as their facts say.
 */
export const recountFinance = query({
  schema: z.strictObject({ cursor, limit: limit(5_000, 1_000) }),
  permission: 'finance.recount.read',
  async run({ sql }, ask): Promise<FinanceRecount> {
    const after = ask.cursor === '' ? START : parseCursor(ask.cursor);
    const groups = await sql<Group>`
      with movement as (
        select p.union_id, l.paid_on as on_day, 'refund_paid' as movement, '' as kind, false as by_firm,
          l.amount_fen as fen
        from payment as p join payment_line as l on l.payment_id = p.id
        where p.source_service = 'refund' and l.state = 'PAID'
        union all
        select union_id, reported_on, 'audit_reported', kind, firm_name <> '', 0 from audit
        where reported_on is not null
        union all
        select union_id, closed_on, 'audit_closed', kind, firm_name <> '', 0 from audit
        where closed_on is not null
        union all
        select f.union_id, f.raised_on, 'finding_raised', a.kind, false, 0
        from audit_finding as f join audit as a on a.id = f.audit_id
        union all
        select union_id, inspected_on, 'unit_inspected', '', false, 0 from inspection_unit
        where inspected_on is not null
        union all
        select union_id, applied_on, 'grant_submitted', '', false, submitted_fen from fund_grant
        where submitted_fen > 0)
      select union_id as "unionId", to_char(on_day, 'YYYY-MM') as month, movement,
        kind as "auditKind", by_firm as "byFirm", count(*) as count, sum(fen)::text as "amountFen"
      from movement
      where (union_id, to_char(on_day, 'YYYY-MM'), movement, kind, by_firm) >
        (${after.unionId}::uuid, ${after.month}::text, ${after.movement}::text,
          ${after.auditKind}::text, ${after.byFirm}::boolean)
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5 limit ${ask.limit}`;
    const last = groups.at(-1);
    const more = last !== undefined && groups.length === ask.limit;
    return {
      rows: groups.map(({ count, amountFen, ...row }) => ({
        ...row,
        count: BigInt(count),
        amountFen: BigInt(amountFen),
      })),
      nextCursor: more ? cursorOf(last) : '',
    };
  },
});

function cursorOf({ unionId, month, movement, auditKind, byFirm }: Place): string {
  return [unionId, month, movement, auditKind, byFirm].join('~');
}

function parseCursor(text: string): Place {
  const [unionId = '', month = '', movement = '', auditKind = '', byFirm] = text.split('~');
  if (!isId(unionId)) throw invalid('CURSOR_INVALID');
  return { unionId, month, movement, auditKind, byFirm: byFirm === 'true' };
}
