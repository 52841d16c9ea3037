// What whoever posts says of a voucher, and what he is told. Amounts are whole fen; no text of a voucher names a person.
import type { CalendarDate, Month } from '@gonglian/kernel/dates.ts';
import type { RefusalDetails } from '@gonglian/kernel/refusal.ts';

/** An account of a book: one of the chart, further divided by counterpart, project and mark. */
export interface AccountRef {
  code: string;
  /** The union on the other side, for what is owed from or to it. */
  partyId?: string;
  project?: string;
  /** basic or project, fiscal or union; on cash accounts (101, 102) the bank account, as `bank` of its pots. */
  mark?: string;
}

/**
 * A purse of one purpose: `own`, `upper` (held for the levels above), `lower` (for the unions below), `prep` (until a
 * union is founded), `trust` and `project` lie at a bank and are never overdrawn; `payer`, `recipient` and `node` are
 * where money comes from and goes to.
 */
export const POT_KINDS = [
  'payer',
  'own',
  'upper',
  'lower',
  'prep',
  'trust',
  'project',
  'recipient',
  'node',
] as const;
export type PotKind = (typeof POT_KINDS)[number];

export interface PotRef {
  kind: PotKind;
  /** A union's id, an employer's USCC, a commitment to a person: never a name, never an account at a bank. */
  key: string;
  /** Where the money lies: the mark of the cash account that it is coupled with. Of own pots only. */
  bank?: string;
}

export interface Leg {
  account: AccountRef;
  /** Debit above zero, credit below. */
  amountFen: number;
}

export interface Move {
  from: PotRef;
  to: PotRef;
  /** Above zero. */
  amountFen: number;
}

/**
 * The legs sum to zero. What they change of a bank's cash account the moves change of the pots at that bank. A reversal
 * may leave both empty: the mirror of the original is posted.
 */
export interface VoucherToPost {
  /** The originator's idempotency key, for example tax-slip:…; the same key with the same content is posted once. */
  key: string;
  kind: string;
  /** The business date. */
  eventOn: CalendarDate;
  /** Left out: the month of the business date, or the first open one after it. */
  period?: Month;
  summary: string;
  docKind: string;
  docId: string;
  /** SHA-256 of the document, 64 hexadecimal digits. */
  docHash?: string;
  makerId: string;
  checkerId?: string;
  approverId?: string;
  /** The number of the voucher that this one takes back. */
  reversesNo?: number;
  legs: readonly Leg[];
  moves: readonly Move[];
}

/** A voucher's number in its book, and in its month: what is printed on it. */
export interface VoucherNo {
  no: number;
  period: Month;
  periodNo: number;
}

/** One a voucher, in the order given: its number, or why it was not posted. */
export type PostedVoucher =
  | ({ key: string; refusal?: undefined } & VoucherNo)
  | { key: string; no?: undefined; refusal: VoucherRefusal };

export interface VoucherRefusal {
  code: string;
  details: RefusalDetails;
}
