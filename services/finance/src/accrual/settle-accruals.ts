// Money of a year that has its claim: whoever books it says so here, in the same transaction.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { postOne } from '../ledger/post-one.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { SettlementRow } from '../settlement/settlement.ts';
import type { Accrued } from './accrual.ts';
import { reopeningVoucher, settlingVoucher } from './accrual-voucher.ts';
import { decideSettling, type OpenAccrual } from './decide-accrual.ts';
import { keepStep } from './keep-step.ts';

/** Claims of one year on one neighbour; each has its own union or project, and there are a few. */
const OPEN_MAX = 100;

export interface Come extends Omit<Accrued, 'accrualId' | 'forUnionId'> {
  cause: 'SETTLEMENT' | 'RECEIPT';
  sourceId: string;
  on: CalendarDate;
  bank: string;
  /** By which the money was booked, just before. */
  voucherNo: number;
}

type Open = Accrued & OpenAccrual;

/** By what a settlement says of itself: its year is that of its period, whenever it is paid. */
export function comeBySettlement(
  row: Pick<
    SettlementRow,
    'settlementId' | 'direction' | 'kind' | 'neighbour' | 'period' | 'project'
  >,
  paid: Pick<Come, 'on' | 'bank' | 'voucherNo'>,
): Come {
  const { settlementId, direction, kind, neighbour, period } = row;
  return {
    ...paid,
    direction,
    kind,
    year: Number(period.slice(0, 4)),
    counterpartId: nodeRootUnionId(neighbour),
    // Others may name one as well, and are accounted for without it.
    project: kind === 'SPECIAL_TRANSFER' ? row.project : '',
    cause: 'SETTLEMENT',
    sourceId: settlementId,
  };
}

/** Nothing where nothing was accrued. The book is locked by the voucher that was posted before. */
export async function settleAccruals(tx: Tx, come: Come): Promise<void> {
  const { sql, node, actor } = tx;
  const open = await findOpen(sql, come);
  if (open.length === 0) return;
  const booked = await findBooked(sql, nodeRootUnionId(node), come.voucherNo);
  for (const parts of decideSettling(open, booked)) {
    const accrued = open.find(({ accrualId }) => accrualId === parts.accrualId);
    if (!accrued) throw new Error('settles what is not open');
    const said = { ...come, makerId: actor.id };
    const voucher = settlingVoucher(accrued, parts, said);
    const { no } = await postOne(tx, nodeRootUnionId(node), voucher);
    await keepStep(tx, parts, { ...come, voucherNo: Number(no), reason: '' });
  }
}

/** In the order in which they were accrued. */
function findOpen(sql: Sql, come: Come): Promise<Open[]> {
  return sql<Open>`
    select accrual_id as "accrualId", direction, kind, fiscal_year as year,
      counterpart_id as "counterpartId", coalesce(for_union_id::text, '') as "forUnionId", project,
      open_own_fen::float8 as "ownFen", open_upper_fen::float8 as "upperFen",
      open_lower_fen::float8 as "lowerFen"
    from accrual
    where direction = ${come.direction} and kind = ${come.kind} and fiscal_year = ${come.year}
      and counterpart_id = ${come.counterpartId} and project = ${come.project}
      and open_own_fen + open_upper_fen + open_lower_fen > 0
    order by accrual_id limit ${OPEN_MAX} for update`;
}

/** What the voucher has booked as this year's income or spending, and as owed to the levels above. */
async function findBooked(
  sql: Sql,
  unionId: string,
  voucherNo: number,
): Promise<{ ownFen: number; upperFen: number }> {
  const [sums] = await sql<{ ownFen: number; upperFen: number }>`
    select coalesce(sum(abs(l.amount_fen)) filter (where a.code <> '211'), 0)::float8 as "ownFen",
      coalesce(sum(abs(l.amount_fen)) filter (where a.code = '211'), 0)::float8 as "upperFen"
    from book as b join voucher as v using (book_id) join leg as l using (book_id, no, fiscal_year)
    join account as a using (book_id, account_no)
    where b.union_id = ${unionId} and v.no = ${voucherNo}
      and a.code in ('402', '40301', '40302', '50801', '50802', '211')`;
  return sums ?? { ownFen: 0, upperFen: 0 };
}

/** The payment was taken back, or went back: what it had settled is open again. */
export async function reopenAccruals(
  tx: Tx,
  { cause, sourceId, on }: Pick<Come, 'cause' | 'sourceId' | 'on'>,
): Promise<void> {
  const { sql, node, actor } = tx;
  const steps = await sql<Reopened>`
    select s.accrual_id as "accrualId", a.fiscal_year as year, s.voucher_no::float8 as "voucherNo",
      s.own_fen::float8 as "ownFen", s.upper_fen::float8 as "upperFen", s.lower_fen::float8 as "lowerFen"
    from accrual_step as s join accrual as a using (accrual_id)
    where s.cause = ${cause} and s.source_id = ${sourceId} and s.reversed_no is null
    order by s.voucher_no limit ${OPEN_MAX} for update`;
  for (const step of steps) {
    const voucher = reopeningVoucher(step, { ...step, sourceId, on, makerId: actor.id });
    const { no } = await postOne(tx, nodeRootUnionId(node), voucher);
    await sql`
      update accrual_step set reversed_no = ${no}
      where accrual_id = ${step.accrualId} and voucher_no = ${step.voucherNo}`;
    await sql`
      update accrual set open_own_fen = open_own_fen + ${step.ownFen},
        open_upper_fen = open_upper_fen + ${step.upperFen},
        open_lower_fen = open_lower_fen + ${step.lowerFen}, version = version + 1
      where accrual_id = ${step.accrualId}`;
  }
}

interface Reopened extends OpenAccrual {
  year: number;
  voucherNo: number;
}
