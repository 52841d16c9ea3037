// The bank has paid persons of send-warmth lists: only now it counts as given.
import { carePaid } from '@gonglian/contracts/welfare.ts';
import type { HeardLine } from '@gonglian/payout/on-payments.ts';
import type { Tx } from '../pipeline.ts';

interface Paid {
  visitId: string;
  unionId: string;
  campaignKind: string;
  occasion: string;
  recipientGroup: string;
  paidOn: string;
  amountFen: string;
}

export async function hearWarmthPaid(
  { sql, emit }: Tx,
  lines: readonly HeardLine[],
): Promise<void> {
  const paid = lines.filter(({ state }) => state === 'PAID');
  if (paid.length === 0) return;
  const rows = await sql<Paid>`
    with line as (
      update warmth_line as l set paid_on = h.paid_on
      from unnest(${paid.map(({ recordId }) => recordId)}::uuid[],
        ${paid.map(({ recordPart }) => Number(recordPart))}::int[],
        ${paid.map(({ paidOn }) => paidOn)}::date[]) as h(list_id, seq, paid_on)
      where l.list_id = h.list_id and l.seq = h.seq and l.paid_on is null
      returning l.list_id, l.amount_fen, l.paid_on)
    select v.visit_id as "visitId", v.union_id as "unionId", c.kind as "campaignKind", v.occasion,
      v.recipient_group as "recipientGroup", l.paid_on::text as "paidOn", l.amount_fen::text as "amountFen"
    from line as l join warmth_list as w using (list_id) join visit as v using (visit_id)
    join campaign as c on c.campaign_id = v.campaign_id`;
  await sql`
    update visit as v set cash_fen = v.cash_fen + p.fen
    from (select visit_id, sum(fen) as fen from unnest(${rows.map(({ visitId }) => visitId)}::uuid[],
        ${rows.map(({ amountFen }) => amountFen)}::bigint[]) as r(visit_id, fen) group by visit_id) as p
    where v.visit_id = p.visit_id`;
  const ofDay = Map.groupBy(rows, ({ visitId, paidOn }) => `${visitId} ${paidOn}`);
  for (const some of ofDay.values()) {
    const [first] = some;
    const amountFen = some.reduce((sum, line) => sum + BigInt(line.amountFen), 0n);
    if (first) emit(carePaid, { ...first, payments: some.length, amountFen });
  }
}
