// A second person agrees, and finance is asked to pay. Whoever has died, gone or lost his check since is not paid by it.
import type { CareBatch } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { writePayout, type NewPayoutLine } from '@gonglian/payout/write-payout.ts';
import { openName } from '@gonglian/service/person.ts';
import { competitionsPolicy } from '../policy.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { batchStep, lockBatch, readWholeBatch, type CareBatchRow } from './care-batch.ts';
import { decideBatchApproval, decideLine } from './decide-care.ts';
import { findHolders, holderOf, rulesOf, type HolderRow } from './find-holders.ts';
import { accountPlace } from './model-worker.ts';

interface Line {
  seq: number;
  personId: string;
  amountFen: number;
}

/** Refused CARE_LINE_CHANGED for the first line that would not be worked out so today, with why. */
export const approveCareBatch = command({
  schema: z.strictObject(batchStep),
  permission: 'competitions.care.approve',
  async run(tx, ask): Promise<CareBatch> {
    const { sql, own, actor } = tx;
    const batch = await lockBatch(sql, ask);
    const lines = await readLines(sql, batch.batchId);
    const holders = await readHolders(sql, batch, lines);
    decideBatchApproval(batch, [...holders.values()], actor);
    requireSame(tx, batch, lines, holders);
    const payoutId = await payBatch(tx, batch, lines, holders);
    await sql`
      update care_batch set state = 'APPROVED', approved_by = ${actor.id}, payout_id = ${payoutId},
        version = version + 1
      where batch_id = ${batch.batchId}`;
    return readWholeBatch(sql, own.vault, batch.batchId);
  },
});

function readLines(sql: Sql, batchId: string): Promise<Line[]> {
  return sql<Line>`
    select seq, person_id as "personId", amount_fen::float8 as "amountFen" from care_line
    where batch_id = ${batchId} order by seq`;
}

async function readHolders(
  sql: Sql,
  { unionId, careKind: kind, month, batchId }: CareBatchRow,
  lines: readonly Line[],
): Promise<Map<string, HolderRow>> {
  const personIds = lines.map(({ personId }) => personId);
  const of = { unionId, kind, month, batchId, grade: '', personIds, limit: lines.length };
  return new Map((await findHolders(sql, of)).map((row) => [row.personId, row]));
}

function requireSame(
  { own }: Tx,
  { careKind: kind, month }: CareBatchRow,
  lines: readonly Line[],
  holders: ReadonlyMap<string, HolderRow>,
): void {
  const of = { kind, month, rules: rulesOf(month) };
  for (const { seq, personId, amountFen } of lines) {
    const row = holders.get(personId);
    const made = row
      ? decideLine(holderOf(own.vault, row), of, amountFen)
      : { reason: 'MODEL_WORKER_NOT_BELOW' };
    const reason = 'reason' in made ? made.reason : '';
    if ('reason' in made || made.line.amountFen !== amountFen)
      throw refused('CARE_LINE_CHANGED', { seq, reason });
  }
}

async function payBatch(
  tx: Tx,
  batch: CareBatchRow,
  lines: readonly Line[],
  holders: ReadonlyMap<string, HolderRow>,
): Promise<string> {
  const [from] = await tx.sql<{ bank: string; projectCode: string; sourceCode: string }>`
    select bank, project_code as "projectCode", source_code as "sourceCode" from care_batch
    where batch_id = ${batch.batchId}`;
  if (!from) throw refused('CARE_BATCH_STATE', { state: batch.state });
  return writePayout(tx, {
    ...from,
    unionId: batch.unionId,
    payoutKind: batch.careKind,
    codes: competitionsPolicy('payout.codes', chinaDate(tx.now))[batch.careKind],
    documentNo: `${batch.month} ${batch.documentNo}`,
    madeBy: batch.madeBy,
    lines: lines.flatMap((line) => {
      const row = holders.get(line.personId);
      return row ? [payoutLine(tx, batch, line, row)] : [];
    }),
  });
}

function payoutLine(
  { own }: Tx,
  { month }: CareBatchRow,
  { personId, amountFen }: Line,
  row: HolderRow,
): NewPayoutLine {
  const { accountSealed, bankCode, accountId, memberId, nameSealed } = row;
  return {
    recordId: personId,
    recordPart: month,
    payeeKind: 'PERSON',
    payeeName: openName(own.vault, personId, nameSealed),
    accountNumber: accountSealed ? own.vault.open(accountSealed, accountPlace(personId)) : '',
    bankCode,
    amountFen,
    beneficiaryId: accountId || memberId || personId,
    memberId,
  };
}
