// Writes a payout with its lines; finance is asked for it after the transaction (run-payouts.ts).
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import type { PayoutOwn } from './payment-asker.ts';
import { accountPlace, payeePlace } from './payout.ts';

/** What it is spent as: the expenditure account and the purpose at finance, and what bank and books call it. */
export interface PayoutCodes {
  accountCode: string;
  purposeCode: string;
  title: string;
}

export interface NewPayoutLine {
  recordId: string;
  recordPart: string;
  payeeKind: 'PERSON' | 'UNIT';
  payeeName: string;
  accountNumber: string;
  bankCode: string;
  amountFen: number;
  /** What the payee is known by at finance: the account he signs in with, the member he is, or who he is here. */
  beneficiaryId: string;
  memberId: string | null;
}

export interface NewPayout {
  unionId: string;
  payoutKind: string;
  codes: PayoutCodes;
  bank: string;
  projectCode: string;
  sourceCode: string;
  documentNo: string;
  /** Who answers for it, and so neither checks nor approves it at finance. */
  madeBy: string;
  lines: readonly NewPayoutLine[];
}

/** As many as a bank's list has at most. */
export const LINES_MAX = 2_000;
const TITLE_MAX = 100;

/** Refused PAYEE_IS_MAKER where one of those paid is who asks for it. */
export function requireNotPayee(
  lines: readonly Pick<NewPayoutLine, 'beneficiaryId'>[],
  actor: { id: string; member: string },
): void {
  const own = lines.some(
    ({ beneficiaryId: one }) => one !== '' && [actor.id, actor.member].includes(one),
  );
  if (own) throw refused('PAYEE_IS_MAKER');
}

/** Refused PAYEE_TWICE where two lines go to one account; RECORD_PAID where a record has gone this way already. */
export async function writePayout(
  { sql, own, now }: Pick<Tx<PayoutOwn>, 'sql' | 'own' | 'now'>,
  payout: NewPayout,
): Promise<string> {
  requireEachOnce(payout.lines);
  const { title, accountCode, purposeCode } = payout.codes;
  const payoutId = newId();
  await sql`
    insert into payout (payout_id, payout_kind, union_id, bank, project_code, source_code, account_code,
      purpose_code, purpose, title, document_no, made_by, made_at, try_at)
    values (${payoutId}, ${payout.payoutKind}, ${payout.unionId}, ${payout.bank}, ${payout.projectCode},
      ${payout.sourceCode}, ${accountCode}, ${purposeCode}, ${title},
      ${`${title} ${payout.documentNo}`.slice(0, TITLE_MAX)}, ${payout.documentNo}, ${payout.madeBy},
      ${now}, ${now})`;
  const rows = payout.lines.map((line, at) => ({
    ...line,
    payee: own.vault.seal(line.payeeName, payeePlace(payoutId, at + 1)),
    account: own.vault.seal(line.accountNumber, accountPlace(payoutId, at + 1)),
  }));
  const of = <K extends keyof (typeof rows)[number]>(field: K) => rows.map((row) => row[field]);
  const written = await sql`
    insert into payout_line (payout_id, seq, union_id, payout_kind, record_id, record_part, payee_kind, payee_sealed,
      account_sealed, bank_code, amount_fen, beneficiary_id, member_id)
    select ${payoutId}::uuid, seq, ${payout.unionId}::uuid, ${payout.payoutKind}::text, record, part, kind, payee, account,
      bank, fen, beneficiary, member
    from unnest(${of('recordId')}::text[], ${of('recordPart')}::text[], ${of('payeeKind')}::text[],
      ${of('payee')}::bytea[], ${of('account')}::bytea[], ${of('bankCode')}::text[],
      ${of('amountFen')}::bigint[], ${of('beneficiaryId')}::text[], ${of('memberId')}::uuid[])
      with ordinality as l(record, part, kind, payee, account, bank, fen, beneficiary, member, seq)
    on conflict do nothing returning seq`;
  // Two who ask for the same at once: the second waits for the first, and then finds it.
  if (written.length < rows.length) throw refused('RECORD_PAID');
  return payoutId;
}

function requireEachOnce(lines: readonly NewPayoutLine[]): void {
  const first = new Map<string, number>();
  for (const [at, { accountNumber }] of lines.entries()) {
    const known = first.get(accountNumber);
    if (known !== undefined) throw refused('PAYEE_TWICE', { seq: at + 1, first: known });
    first.set(accountNumber, at + 1);
  }
}
