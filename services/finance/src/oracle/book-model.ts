// What a book is, in a page of arithmetic that knows nothing of the ledger's code or tables: the real one is asked the same
// and must answer the same.
import type { Leg, Move, VoucherToPost } from '../ledger/voucher.ts';

/** A number, or the code of why not. */
export type ModelAnswer = number | string;

interface Entry {
  legs: readonly Leg[];
  moves: readonly Move[];
  isReversal: boolean;
  reversed: boolean;
}

const HELD = new Set(['own', 'upper', 'lower', 'prep', 'trust', 'project']);

export class BookModel {
  readonly entries: Entry[] = [];
  /** By account code; debit above zero. */
  readonly accounts = new Map<string, number>();
  /** By kind and key. */
  readonly pots = new Map<string, number>();
  readonly periods = new Map<string, number>();
  readonly #keys = new Map<string, { said: string; no: number }>();
  readonly #reopened = new Set<string>();
  #closedThrough = '';

  /** In the order in which reasons come before each other. */
  post(voucher: VoucherToPost): ModelAnswer {
    const malformed = faultOf(voucher);
    if (malformed) return malformed;
    const said = JSON.stringify(voucher);
    const known = this.#keys.get(voucher.key);
    if (known) return known.said === said ? known.no : 'VOUCHER_KEY_REUSED';
    const lines = this.#linesOf(voucher);
    if (typeof lines === 'string') return lines;
    const period = this.#periodOf(voucher);
    if (period === undefined) return 'BOOK_PERIOD_CLOSED';
    const pots = this.#moved(lines.moves);
    if (pots === undefined) return 'POT_OVERDRAWN';
    for (const [pot, fen] of pots) this.pots.set(pot, fen);
    for (const { account, amountFen } of lines.legs)
      this.accounts.set(account.code, (this.accounts.get(account.code) ?? 0) + amountFen);
    this.periods.set(period, (this.periods.get(period) ?? 0) + 1);
    const original = this.entries[(voucher.reversesNo ?? 0) - 1];
    if (original) original.reversed = true;
    this.entries.push({ ...lines, isReversal: original !== undefined, reversed: false });
    this.#keys.set(voucher.key, { said, no: this.entries.length });
    return this.entries.length;
  }

  close(period: string): ModelAnswer {
    if (!this.#isOpen(period)) return 'BOOK_PERIOD_CLOSED';
    this.#reopened.delete(period);
    if (period > this.#closedThrough) this.#closedThrough = period;
    return 0;
  }

  reopen(period: string): ModelAnswer {
    if (this.#isOpen(period)) return 'BOOK_PERIOD_OPEN';
    this.#reopened.add(period);
    return 0;
  }

  #isOpen(period: string): boolean {
    return period > this.#closedThrough || this.#reopened.has(period);
  }

  #linesOf({ reversesNo, legs, moves }: VoucherToPost): Pick<Entry, 'legs' | 'moves'> | string {
    if (reversesNo === undefined) return { legs, moves };
    const original = this.entries[reversesNo - 1];
    if (!original) return 'REVERSED_VOUCHER_UNKNOWN';
    if (original.isReversal) return 'REVERSAL_NOT_REVERSIBLE';
    if (original.reversed) return 'ALREADY_REVERSED';
    return {
      legs: original.legs.map(({ account, amountFen }) => ({ account, amountFen: -amountFen })),
      moves: original.moves.map(({ from, to, amountFen }) => ({ from: to, to: from, amountFen })),
    };
  }

  #periodOf({ period, eventOn }: VoucherToPost): string | undefined {
    if (period !== undefined) return this.#isOpen(period) ? period : undefined;
    let [year, month] = eventOn.split('-').map(Number) as [number, number];
    for (;;) {
      const tried = `${year}-${String(month).padStart(2, '0')}`;
      if (this.#isOpen(tried)) return tried;
      [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    }
  }

  /** What the pots hold afterwards; undefined where one would hold less than nothing on the way. */
  #moved(moves: readonly Move[]): Map<string, number> | undefined {
    const pots = new Map(this.pots);
    for (const { from, to, amountFen } of moves) {
      const [source, target] = [`${from.kind} ${from.key}`, `${to.kind} ${to.key}`];
      pots.set(source, (pots.get(source) ?? 0) - amountFen);
      pots.set(target, (pots.get(target) ?? 0) + amountFen);
      if (HELD.has(from.kind) && (pots.get(source) ?? 0) < 0) return undefined;
    }
    return pots;
  }
}

function faultOf({ reversesNo, legs, moves, ...voucher }: VoucherToPost): string | undefined {
  if (voucher.summary === '') return 'VOUCHER_TEXT_INVALID';
  if (voucher.checkerId === voucher.makerId) return 'MAKER_IS_CHECKER';
  if (reversesNo !== undefined && legs.length + moves.length === 0) return undefined;
  if (legs.length < 2) return 'LEGS_TOO_FEW';
  if ([...legs, ...moves].some(({ amountFen }) => !Number.isSafeInteger(amountFen)))
    return 'AMOUNT_OUT_OF_RANGE';
  const sum = (amounts: readonly { amountFen: number }[]) =>
    amounts.reduce((all, { amountFen }) => all + amountFen, 0);
  if (sum(legs) !== 0) return 'LEGS_UNBALANCED';
  const cash = sum(legs.filter(({ account }) => account.code === '102'));
  const into = sum(moves.filter(({ to }) => HELD.has(to.kind)));
  const outOf = sum(moves.filter(({ from }) => HELD.has(from.kind)));
  return cash === into - outOf ? undefined : 'POTS_DIFFER_FROM_CASH';
}
