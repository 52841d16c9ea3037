import type { Accrual } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import { code, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { postOne } from '../ledger/post-one.ts';
import { optionalHash } from '../ledger/voucher-fields.ts';
import { command, type Sql } from '../pipeline.ts';
import { requirePayee } from '../receipt/find-payee.ts';
import { region } from '../settlement/settlement-fields.ts';
import { SETTLEMENT_KINDS } from '../settlement/settlement.ts';
import { accrualView, findAccrual, type Accrued } from './accrual.ts';
import { accrualVoucher } from './accrual-voucher.ts';
import { decideAccrual } from './decide-accrual.ts';

const AccrueFunds = z.strictObject({
  direction: code(['IN', 'OUT']),
  kind: code(SETTLEMENT_KINDS),
  year: z.int().min(1990, 'too_small').max(2199, 'too_large'),
  neighbour: z.union([z.literal(''), region], 'not_a_region'),
  unionId: optionalId,
  amountFen,
  shares: z
    .array(z.strictObject({ level: code(FUND_LEVELS), amountFen }))
    .max(FUND_LEVELS.length, 'too_many'),
  forUnionId: optionalId,
  project: optionalText(60),
  documentNo: text(100),
  documentSha256: optionalHash,
});

/** Into December of a year that is over, as long as its book is open. Refused ACCRUAL_OPEN where the same is expected already. */
export const accrueFunds = command({
  schema: AccrueFunds,
  permission: 'finance.accrual.write',
  async run(tx, ask): Promise<Accrual> {
    const { sql, own, node, actor } = tx;
    const parts = decideAccrual(own, ask, chinaDate(tx.now));
    for (const unionId of [ask.unionId, ask.forUnionId]) {
      if (unionId !== '') await requirePayee(sql, unionId, `${ask.year}-12-31`);
    }
    const { direction, kind, year, neighbour, forUnionId, project } = ask;
    const counterpartId = ask.unionId || nodeRootUnionId(neighbour);
    const accrued = {
      accrualId: newId(),
      direction,
      kind,
      year,
      counterpartId,
      forUnionId,
      project,
    };
    const { documentNo, documentSha256 } = ask;
    const unionId = nodeRootUnionId(node);
    const signed = { makerId: actor.id, documentSha256 };
    const { no } = await postOne(tx, unionId, accrualVoucher(accrued, parts, signed));
    // Asked with the book locked: nobody accrues the same beside it.
    await requireNoneOpen(sql, accrued);
    await sql`
      insert into accrual (accrual_id, union_id, direction, kind, fiscal_year, neighbour, counterpart_id,
        for_union_id, project, own_fen, upper_fen, lower_fen, open_own_fen, open_upper_fen, open_lower_fen,
        document_no, document_sha256, voucher_no, accrued_by)
      values (${accrued.accrualId}, ${unionId}, ${direction}, ${kind}, ${year}, ${neighbour}, ${counterpartId},
        ${forUnionId || null}, ${project}, ${parts.ownFen}, ${parts.upperFen}, ${parts.lowerFen},
        ${parts.ownFen}, ${parts.upperFen}, ${parts.lowerFen}, ${documentNo}, ${documentSha256}, ${no},
        ${actor.id})`;
    return accrualView(await findAccrual(sql, accrued.accrualId));
  },
});

async function requireNoneOpen(sql: Sql, accrued: Accrued): Promise<void> {
  const { direction, kind, year, counterpartId, forUnionId, project } = accrued;
  const [open] = await sql<{ accrualId: string }>`
    select accrual_id as "accrualId" from accrual
    where direction = ${direction} and kind = ${kind} and fiscal_year = ${year}
      and counterpart_id = ${counterpartId} and coalesce(for_union_id::text, '') = ${forUnionId}
      and project = ${project} and open_own_fen + open_upper_fen + open_lower_fen > 0 limit 1`;
  if (open) throw refused('ACCRUAL_OPEN', { accrualId: open.accrualId });
}
