import { ACCOUNT_SETS, chartAccount, type AccountSet } from '@gonglian/kernel/chart.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import {
  POT_KINDS,
  type AccountRef,
  type Move,
  type PotKind,
  type PotRef,
  type VoucherRefusal,
  type VoucherToPost,
} from './voucher.ts';

/** Of one voucher; a list that is longer is several vouchers. */
export const LINES_MAX = 1_000;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const HASH = /^[0-9a-f]{64}$/;
const OWN_POTS: ReadonlySet<PotKind> = new Set([
  'own',
  'upper',
  'lower',
  'prep',
  'trust',
  'project',
]);
/** Cash on hand, bank deposits: what the pots of a bank are coupled with. */
const CASH: ReadonlySet<string> = new Set(['101', '102']);

/** Whether a pot lies at a bank of the book, and so is never overdrawn. */
export const isOwnPot = (kind: PotKind): boolean => OWN_POTS.has(kind);
export const isCash = ({ code }: AccountRef): boolean => CASH.has(code);

/** What is wrong with a voucher whatever the book; undefined where nothing is. The first in this order is told. */
export function checkVoucher(voucher: VoucherToPost): VoucherRefusal | undefined {
  return (
    checkTexts(voucher) ??
    checkDates(voucher) ??
    checkPersons(voucher) ??
    (isPlainReversal(voucher) ? undefined : (checkLegs(voucher) ?? checkMoves(voucher)))
  );
}

/** A reversal that leaves its legs and moves to the mirror of the original. */
export function isPlainReversal({ reversesNo, legs, moves }: VoucherToPost): boolean {
  return reversesNo !== undefined && legs.length === 0 && moves.length === 0;
}

const no = (code: string, details: VoucherRefusal['details'] = {}): VoucherRefusal => ({
  code,
  details,
});

/** Bounds in characters; '' stands where a text may be missing. */
const TEXTS = [
  ['key', 1, 200],
  ['kind', 1, 40],
  ['summary', 1, 500],
  ['docKind', 1, 40],
  ['docId', 1, 200],
  ['makerId', 1, 100],
  ['checkerId', 0, 100],
  ['approverId', 0, 100],
] as const;

function checkTexts(voucher: VoucherToPost): VoucherRefusal | undefined {
  for (const [field, least, most] of TEXTS) {
    const text = voucher[field] ?? '';
    if (text.length < least || text.length > most || !isPlain(text))
      return no('VOUCHER_TEXT_INVALID', { field });
  }
  const { docHash } = voucher;
  if (docHash !== undefined && !HASH.test(docHash))
    return no('VOUCHER_TEXT_INVALID', { field: 'docHash' });
  return undefined;
}

// oxlint-disable-next-line no-control-regex -- a control character is what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** No control character and no half of a pair: PostgreSQL would refuse the whole batch for it. */
function isPlain(text: string): boolean {
  return !CONTROL.test(text) && text.isWellFormed();
}

function checkDates({ eventOn, period }: VoucherToPost): VoucherRefusal | undefined {
  if (!isCalendarDate(eventOn) || eventOn < '1990' || eventOn >= '2200')
    return no('DATE_INVALID', { text: eventOn.slice(0, 20) });
  if (period !== undefined && (!MONTH.test(period) || period < '1990' || period >= '2200'))
    return no('PERIOD_INVALID', { period: period.slice(0, 20) });
  return undefined;
}

/** Maker, checker and approver are three persons (domain §5.12), as far as they are named. */
function checkPersons({ makerId, checkerId, approverId }: VoucherToPost) {
  if (checkerId && checkerId === makerId) return no('MAKER_IS_CHECKER');
  if (approverId && approverId === makerId) return no('MAKER_IS_APPROVER');
  if (approverId && approverId === checkerId) return no('CHECKER_IS_APPROVER');
  return undefined;
}

function checkLegs({ legs }: VoucherToPost): VoucherRefusal | undefined {
  if (legs.length < 2) return no('LEGS_TOO_FEW', { legs: legs.length });
  if (legs.length > LINES_MAX) return no('LINES_TOO_MANY', { max: LINES_MAX });
  let sum = 0;
  for (const [n, { account, amountFen }] of legs.entries()) {
    if (!isAmount(Math.abs(amountFen))) return no('AMOUNT_OUT_OF_RANGE', { leg: n + 1 });
    if (!chartAccount(account.code))
      return no('LEDGER_ACCOUNT_UNKNOWN', { account: brief(account.code) });
    const { partyId = '', project = '', mark = '' } = account;
    if (![partyId, project, mark].every((text) => text.length <= 100 && isPlain(text)))
      return no('VOUCHER_TEXT_INVALID', { field: `legs.${n}.account` });
    sum += amountFen;
    if (!Number.isSafeInteger(sum)) return no('AMOUNT_OUT_OF_RANGE', { leg: n + 1 });
  }
  return sum === 0 ? undefined : no('LEGS_UNBALANCED', { differenceFen: sum });
}

function isAmount(fen: number): boolean {
  return Number.isSafeInteger(fen) && fen > 0 && fen <= FEN_MAX;
}

function checkMoves({ legs, moves }: VoucherToPost): VoucherRefusal | undefined {
  if (moves.length > LINES_MAX) return no('LINES_TOO_MANY', { max: LINES_MAX });
  for (const [n, { from, to, amountFen }] of moves.entries()) {
    if (!isAmount(amountFen)) return no('AMOUNT_OUT_OF_RANGE', { move: n + 1 });
    if (!isPot(from) || !isPot(to)) return no('POT_INVALID', { move: n + 1 });
    if (potKey(from) === potKey(to)) return no('MOVE_TO_ITSELF', { move: n + 1 });
  }
  for (const [bank, differenceFen] of purses(legs, moves)) {
    if (differenceFen !== 0) return no('POTS_DIFFER_FROM_CASH', { bank, differenceFen });
  }
  return undefined;
}

function isPot({ kind, key, bank = '' }: PotRef): boolean {
  const texts = key.length <= 200 && bank.length <= 100 && isPlain(key) && isPlain(bank);
  return texts && POT_KINDS.includes(kind) && (bank === '' || isOwnPot(kind));
}

/** By bank: what the legs change of its cash account beyond what the moves change of its pots. */
function purses(legs: VoucherToPost['legs'], moves: readonly Move[]): Map<string, number> {
  const purse = new Map<string, number>();
  const add = (bank: string, fen: number) => purse.set(bank, (purse.get(bank) ?? 0) + fen);
  for (const { account, amountFen } of legs) {
    if (isCash(account)) add(account.mark ?? '', amountFen);
  }
  for (const { from, to, amountFen } of moves) {
    if (isOwnPot(to.kind)) add(to.bank ?? '', -amountFen);
    if (isOwnPot(from.kind)) add(from.bank ?? '', amountFen);
  }
  return purse;
}

/** No text holds a control character, so that a line break keeps the parts of a key apart. */
export function accountKey({ code, partyId = '', project = '', mark = '' }: AccountRef): string {
  return `${code}\n${partyId}\n${project}\n${mark}`;
}

export function potKey({ kind, key, bank = '' }: PotRef): string {
  return `${kind}\n${key}\n${bank}`;
}

/** A county's books know the accounts of its set; a grassroots union may borrow the others (domain §5.7). */
export function isOfSet(code: string, set: AccountSet): boolean {
  return set === ACCOUNT_SETS[0] || chartAccount(code)?.county === true;
}

const brief = (text: string) => text.slice(0, 20);
