// What follows for the money of a book from one voucher to the next: balances, intervals, purses. Each answer is what
// does not follow; the state then goes on from what the voucher says, so that one wrong amount is told once.
import type { Finding, FindingCode } from './finding.ts';
import type { Leg, Move, VoucherRecord } from './records.ts';

type Wrong = Pick<Finding, 'code' | 'field' | 'says' | 'follows'>;

interface Account {
  cashAt: string | undefined;
  balanceFen: number;
  version: number;
}

interface Pot {
  /** Where it lies, of the node's own; those are never overdrawn. */
  bank: string | undefined;
  inFen: number;
  outFen: number;
}

const CASH = new Set(['101', '102']);
const OWN_POTS = new Set(['own', 'upper', 'lower', 'prep', 'trust', 'project']);

export class Amounts {
  readonly #accounts: Account[] = [];
  readonly #pots: Pot[] = [];
  /** By bank: what the cash accounts hold less what the pots hold. */
  readonly #uncovered = new Map<string, number>();

  get accounts(): number {
    return this.#accounts.length;
  }
  get pots(): number {
    return this.#pots.length;
  }

  openAccount({ code, mark }: { code: string; mark: string }): void {
    this.#accounts.push({ cashAt: CASH.has(code) ? mark : undefined, balanceFen: 0, version: 0 });
  }

  openPot({ kind, bank }: { kind: string; bank: string }): void {
    this.#pots.push({ bank: OWN_POTS.has(kind) ? bank : undefined, inFen: 0, outFen: 0 });
  }

  account(no: number): Account | undefined {
    return this.#accounts[no - 1];
  }

  pot(no: number): Pot | undefined {
    return this.#pots[no - 1];
  }

  /** The first bank whose cash account and pots do not hold the same. */
  findUncovered(): Wrong | undefined {
    for (const [bank, fen] of this.#uncovered)
      if (fen !== 0) return { code: 'POTS_NOT_CASH', field: bank, says: String(fen), follows: '0' };
    return undefined;
  }

  post({ legs, moves }: Pick<VoucherRecord, 'legs' | 'moves'>): Wrong[] {
    const wrong: Wrong[] = [];
    let sum = 0;
    for (let n = 0; n < legs.length; n += 1) {
      const leg = legs[n] as Leg;
      sum += leg.amountFen;
      this.#postLeg(leg, n + 1, wrong);
    }
    if (sum !== 0 || legs.length < 2) wrong.push(differs('NOT_BALANCED', 'legs', sum, 0));
    for (let n = 0; n < moves.length; n += 1) this.#postMove(moves[n] as Move, n + 1, wrong);
    return wrong;
  }

  #postLeg(leg: Leg, n: number, wrong: Wrong[]): void {
    const account = this.account(leg.account);
    if (!account) {
      wrong.push(differs('ACCOUNT_UNKNOWN', `leg ${n}.account`, leg.account, this.accounts));
      return;
    }
    const balanceFen = account.balanceFen + leg.amountFen;
    if (balanceFen !== leg.balanceFen)
      wrong.push(differs('RUNNING_BALANCE', `leg ${n}.balanceFen`, leg.balanceFen, balanceFen));
    if (account.version + 1 !== leg.version)
      wrong.push(differs('RUNNING_BALANCE', `leg ${n}.version`, leg.version, account.version + 1));
    if (account.cashAt !== undefined) this.#cover(account.cashAt, leg.amountFen);
    account.balanceFen = leg.balanceFen;
    account.version = leg.version;
  }

  #postMove(move: Move, n: number, wrong: Wrong[]): void {
    const [from, to] = [this.pot(move.from), this.pot(move.to)];
    if (!from || !to || from === to || move.amountFen <= 0) {
      wrong.push(differs('POT_UNKNOWN', `move ${n}.from`, move.from, this.pots));
      return;
    }
    const [outEnd, inEnd] = [from.outFen + move.amountFen, to.inFen + move.amountFen];
    if (outEnd !== move.outEnd)
      wrong.push(differs('POT_INTERVAL', `move ${n}.outEnd`, move.outEnd, outEnd));
    if (inEnd !== move.inEnd)
      wrong.push(differs('POT_INTERVAL', `move ${n}.inEnd`, move.inEnd, inEnd));
    from.outFen = move.outEnd;
    to.inFen = move.inEnd;
    if (from.bank !== undefined && from.outFen > from.inFen)
      wrong.push(differs('POT_OVERDRAWN', `move ${n}.amountFen`, from.outFen, from.inFen));
    if (from.bank !== undefined) this.#cover(from.bank, move.amountFen);
    if (to.bank !== undefined) this.#cover(to.bank, -move.amountFen);
  }

  #cover(bank: string, fen: number): void {
    this.#uncovered.set(bank, (this.#uncovered.get(bank) ?? 0) + fen);
  }
}

function differs(code: FindingCode, field: string, says: number, follows: number): Wrong {
  return { code, field, says: String(says), follows: String(follows) };
}

type Lines = Pick<VoucherRecord, 'legs' | 'moves'>;

/** Whether two vouchers together leave nothing, by account and between each two pots. */
export function cancelOut(one: Lines, other: Lines): boolean {
  const left = new Map<string, number>();
  const add = (key: string, fen: number) => left.set(key, (left.get(key) ?? 0) + fen);
  for (const { legs, moves } of [one, other]) {
    for (const { account, amountFen } of legs) add(`${account}`, amountFen);
    for (const { from, to, amountFen } of moves)
      add(from < to ? `${from} ${to}` : `${to} ${from}`, from < to ? amountFen : -amountFen);
  }
  return [...left.values()].every((fen) => fen === 0);
}
