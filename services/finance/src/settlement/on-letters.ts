import {
  SettlementAnswered,
  SettlementReturned,
  SettlementSent,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { closeSettledGrants } from '../grant/close-grants.ts';
import { reaction, type Tx } from '../pipeline.ts';
import { SETTLEMENT_KINDS } from './settlement.ts';

/**
 * What finance of a neighbour wrote. Who it is from is what sync heard it from, and not what it says: nobody speaks for
 * another node, and nobody answers for a payment that was not made to him. SETTLEMENT_NOT_YOURS parks it.
 */
export const onLetters = reaction({
  facts: [letterArrived],
  async apply(tx, batch) {
    for (const { data: letter } of batch) {
      const content: unknown = JSON.parse(letter.data);
      switch (letter.kind) {
        case 'finance.settlement.sent':
          await expectMoney(tx, letter.fromNode, SettlementSent.fromJSON(content));
          break;
        case 'finance.settlement.answered':
          await takeAnswer(tx, letter.fromNode, SettlementAnswered.fromJSON(content));
          break;
        case 'finance.settlement.returned':
          await endExpectation(tx, letter.fromNode, SettlementReturned.fromJSON(content));
          break;
        default: // of another service, or of a version that is newer than this one
      }
    }
  },
});

async function expectMoney({ sql, node }: Tx, from: string, sent: SettlementSent): Promise<void> {
  const { kind, amountFen, sentOn, deadline } = sent;
  const kinds: readonly string[] = SETTLEMENT_KINDS;
  demandForm(kinds.includes(kind) && amountFen > 0n && isCalendarDate(sentOn));
  demandForm(deadline === '' || isCalendarDate(deadline));
  if (sent.fromNode !== from || sent.toNode !== node) throw notYours(from, sent.settlementId);
  const shares = sent.shares.map((share) => ({ ...share, amountFen: Number(share.amountFen) }));
  const [kept] = await sql<{ neighbour: string }>`
    insert into settlement as s (settlement_id, direction, union_id, neighbour, kind, period, amount_fen, shares,
      purpose, project, doc_no, permitted_codes, deadline, state, sent_on, neighbour_voucher_no,
      emergency_event, emergency_reason)
    values (${sent.settlementId}, 'IN', ${nodeRootUnionId(node)}, ${from}, ${sent.kind}, ${sent.period},
      ${sent.amountFen}, ${JSON.stringify(shares)}, ${sent.purpose}, ${sent.project}, ${sent.docNo},
      ${sent.permittedCodes}, ${sent.deadline || null}, 'EXPECTED', ${sent.sentOn}, ${sent.voucherNo},
      ${sent.emergencyEvent}, ${sent.emergencyReason})
    on conflict (settlement_id) do nothing returning neighbour`;
  if (!kept) throw notYours(from, sent.settlementId);
}

/** CONFIRMED or DISPUTED; a dispute may yet turn into a receipt, and a receipt into nothing else. */
async function takeAnswer(tx: Tx, from: string, told: SettlementAnswered): Promise<void> {
  if (told.answer === 'USED') return takeUse(tx, from, told);
  demandForm(['RECEIVED', 'DISPUTED'].includes(told.answer) && isCalendarDate(told.answeredOn));
  const state = told.answer === 'RECEIVED' ? 'CONFIRMED' : 'DISPUTED';
  const [taken] = await tx.sql`
    update settlement set state = ${state}, answered_on = ${told.answeredOn},
      received_fen = ${told.receivedFen}, reason_code = ${told.reasonCode},
      neighbour_voucher_no = ${told.voucherNo || null}, version = version + 1
    where settlement_id = ${told.settlementId} and direction = 'OUT' and neighbour = ${from}
      and state in ('SENT', 'DISPUTED')
    returning 1`;
  if (!taken) throw notYours(from, told.settlementId);
  if (state === 'CONFIRMED') await closeSettledGrants(tx, told.settlementId, told.answeredOn);
}

/** What its receiver has spent of it so far; reports arrive in the order in which they were made. */
async function takeUse({ sql }: Tx, from: string, told: SettlementAnswered): Promise<void> {
  const { settlementId, usedFen, usedOn, usedNote } = told;
  demandForm(usedFen >= 0n && isCalendarDate(usedOn));
  const [known] = await sql`
    update settlement set used_fen = ${usedFen}, used_on = ${usedOn}, used_note = ${usedNote},
      version = version + 1
    where settlement_id = ${settlementId} and direction = 'OUT' and neighbour = ${from}
      and state = 'CONFIRMED' and ${usedFen} <= amount_fen
    returning 1`;
  if (!known) throw notYours(from, settlementId);
}

async function endExpectation({ sql }: Tx, from: string, told: SettlementReturned): Promise<void> {
  demandForm(isCalendarDate(told.returnedOn));
  const [ended] = await sql`
    update settlement set state = 'RETURNED', returned_on = ${told.returnedOn}, version = version + 1
    where settlement_id = ${told.settlementId} and direction = 'IN' and neighbour = ${from}
      and state in ('EXPECTED', 'DISPUTED')
    returning 1`;
  if (!ended) throw notYours(from, told.settlementId);
}

/** LETTER_MALFORMED: another node may run another version, or be wrong. */
function demandForm(holds: boolean): void {
  if (!holds) throw refused('LETTER_MALFORMED');
}

function notYours(from: string, settlementId: string): Error {
  return refused('SETTLEMENT_NOT_YOURS', { from, settlementId });
}
