// Somebody has looked at a line: it goes to a union, is held until one is founded, or is rejected.
import type { CollectionException } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { code, expectedVersion, id, optionalId, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { addOutcomes, getRow } from './collection.ts';
import {
  exceptionView,
  findExceptions,
  type ExceptionRow,
  type ExceptionState,
} from './exception.ts';
import { requirePayee } from './find-payee.ts';
import { lineReceipt } from './line-receipt.ts';
import { postReceipts } from './post-receipts.ts';
import { RECEIPT_REVERSED } from './reversal.ts';

const ResolveException = z.strictObject({
  exceptionId: id,
  decision: code(['assign', 'preparatory', 'reject']),
  unionId: optionalId,
  reason: text(200),
  expectedVersion,
});
type ResolveException = z.output<typeof ResolveException>;

/** What lacks something that a receipt must have. */
const REJECT_ONLY: ReadonlySet<string> = new Set([
  'SLIP_MISSING',
  'LINE_PERIOD_WRONG',
  'LINE_DATE_WRONG',
  'LINE_AMOUNT_ZERO',
]);

const OUTCOME = { ASSIGNED: 'posted', PREPARATORY: 'held', REJECTED: 'rejected' } as const;
const AFTER = { assign: 'ASSIGNED', preparatory: 'PREPARATORY', reject: 'REJECTED' } as const;

/** Refused EXCEPTION_RESOLVED, EXCEPTION_REJECT_ONLY, EXCEPTION_UNION_MISSING. */
export function decideResolution(
  line: { state: ExceptionState; code: string },
  ask: Pick<ResolveException, 'decision' | 'unionId'>,
): keyof typeof OUTCOME {
  if (line.state !== 'WAITING') throw refused('EXCEPTION_RESOLVED', { state: line.state });
  if (ask.decision !== 'reject' && REJECT_ONLY.has(line.code)) {
    throw refused('EXCEPTION_REJECT_ONLY', { cause: line.code });
  }
  if ((ask.decision === 'assign') !== (ask.unionId !== '')) {
    throw refused('EXCEPTION_UNION_MISSING', { decision: ask.decision });
  }
  return AFTER[ask.decision];
}

export const resolveException = command({
  schema: ResolveException,
  permission: 'finance.collection.write',
  async run(tx, ask): Promise<CollectionException> {
    const { sql, actor } = tx;
    const line = await lockLine(sql, ask.exceptionId);
    if (line.version !== ask.expectedVersion) {
      throw stale('VERSION_MOVED', { version: line.version });
    }
    const state = decideResolution(line, ask);
    if (state !== 'REJECTED') await post(tx, line, ask.unionId || null);
    await sql`
      update collection_line set state = ${state}, reason = ${ask.reason},
        resolved_by = ${actor.id}, version = version + 1,
        union_id = case when ${state}::text = 'ASSIGNED' then ${ask.unionId || null}::uuid
          else union_id end
      where id = ${line.id}`;
    const fen = Number(line.amountFen) + Number(line.lateFeeFen);
    await addOutcomes(sql, line.collectionId, [
      { outcome: OUTCOME[state], lines: 1, fen },
      { outcome: 'waiting', lines: -1, fen: -fen },
    ]);
    return exceptionView(await getLine(sql, line.id));
  },
});

async function post(tx: Tx, row: ExceptionRow, unionId: string | null): Promise<void> {
  if (unionId) await requirePayee(tx.sql, unionId);
  const [known] = await tx.sql<{ id: string }>`
    select id from fund_receipt where doc_kind = 'tax-slip' and slip_no = ${row.slipNo} and reversed_no is null`;
  if (known) throw duplicate('SLIP_KNOWN', { receiptId: known.id });
  const collection = await getRow(tx.sql, row.collectionId);
  const line = {
    ...row,
    wageBaseFen: Number(row.wageBaseFen),
    amountFen: Number(row.amountFen),
    lateFeeFen: Number(row.lateFeeFen),
  };
  const receipt = lineReceipt(line, collection, unionId, tx.actor.id);
  // The receipt that was taken back keeps the id of the line.
  const receiptId = row.code === RECEIPT_REVERSED ? newId() : receipt.receiptId;
  const [posted] = await postReceipts(tx, [{ ...receipt, receiptId }]);
  if (posted?.refusal) throw refused(posted.refusal.code, posted.refusal.details);
}

/** EXCEPTION_UNKNOWN for one out of reach, or for a line that never waited. */
async function getLine(sql: Sql, exceptionId: string): Promise<ExceptionRow> {
  const [line] = await findExceptions(sql, { exceptionId });
  if (!line) throw notFound('EXCEPTION_UNKNOWN', { exceptionId });
  return line;
}

async function lockLine(sql: Sql, exceptionId: string): Promise<ExceptionRow> {
  await sql`select id from collection_line where id = ${exceptionId} for update`;
  return getLine(sql, exceptionId);
}
