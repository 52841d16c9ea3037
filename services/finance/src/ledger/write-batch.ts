import type { Sql } from '../pipeline.ts';
import { booleans, hashes, numbers, texts } from '@gonglian/service/array-literal.ts';
import type { BookState, OpenedAccount, OpenedPot, PostedRow } from './book.ts';
import { isOwnPot } from './check-voucher.ts';
import type { Sealed } from './seal.ts';
import type { VoucherToPost } from './voucher.ts';

export interface ToWrite {
  prev: string;
  sealed: Sealed;
  accounts: readonly OpenedAccount[];
  pots: readonly OpenedPot[];
  rows: readonly { posted: PostedRow; voucher: VoucherToPost }[];
}

/** Hands a whole batch to ledger_post, by which alone it can be written. */
export async function writeBatch(sql: Sql, book: BookState, batch: ToWrite): Promise<void> {
  const { accounts, pots, rows, sealed } = batch;
  const asked = rows.map(({ voucher }) => voucher);
  const posted = rows.map((row) => row.posted);
  const legs = posted.flatMap(({ no, period, legs: all }) =>
    all.map((leg, n) => ({ ...leg, no, n: n + 1, month: Number(period.replace('-', '')) })),
  );
  const moves = posted.flatMap(({ no, period, moves: all }) =>
    all.map((move, n) => ({ ...move, no, n: n + 1, year: Number(period.slice(0, 4)) })),
  );
  await sql`
    select finance.ledger_post(${book.unionId}, ${new Date(book.postedMs)}, ${bytea(batch.prev)},
      ${bytea(sealed.body)}, ${bytea(sealed.hash)},
      ${numbers(accounts.map(({ no }) => no))}, ${texts(accounts.map(({ ref }) => ref.code))},
      ${texts(accounts.map(({ ref }) => ref.partyId ?? ''))},
      ${texts(accounts.map(({ ref }) => ref.project ?? ''))},
      ${texts(accounts.map(({ ref }) => ref.mark ?? ''))}, ${hashes(accounts.map(({ leaf }) => leaf))},
      ${numbers(pots.map(({ no }) => no))}, ${texts(pots.map(({ ref }) => ref.kind))},
      ${texts(pots.map(({ ref }) => ref.key))}, ${texts(pots.map(({ ref }) => ref.bank ?? ''))},
      ${booleans(pots.map(({ ref }) => isOwnPot(ref.kind)))}, ${hashes(pots.map(({ leaf }) => leaf))},
      ${numbers(posted.map(({ no }) => no))}, ${texts(posted.map(({ key }) => key))},
      ${hashes(posted.map(({ requestHash }) => requestHash))},
      ${texts(posted.map(({ period }) => period))},
      ${numbers(posted.map(({ periodNo }) => periodNo))}, ${texts(asked.map(({ kind }) => kind))},
      ${texts(asked.map(({ eventOn }) => eventOn))}, ${texts(asked.map(({ summary }) => summary))},
      ${texts(asked.map(({ docKind }) => docKind))}, ${texts(asked.map(({ docId }) => docId))},
      ${hashes(asked.map(({ docHash = '' }) => docHash))},
      ${texts(asked.map(({ makerId }) => makerId))},
      ${texts(asked.map(({ checkerId = '' }) => checkerId))},
      ${texts(asked.map(({ approverId = '' }) => approverId))},
      ${numbers(asked.map(({ reversesNo }) => reversesNo))},
      ${numbers(posted.map((row) => row.legs.length))},
      ${numbers(posted.map((row) => row.moves.length))}, ${hashes(posted.map(({ leaf }) => leaf))},
      ${numbers(legs.map(({ no }) => no))}, ${numbers(legs.map(({ n }) => n))},
      ${numbers(legs.map(({ account }) => account))}, ${numbers(legs.map((leg) => leg.amountFen))},
      ${numbers(legs.map((leg) => leg.balanceFen))}, ${numbers(legs.map(({ version }) => version))},
      ${booleans(legs.map(lastOfItsAccount(legs)))},
      ${numbers(legs.map(({ month }) => month))},
      ${numbers(moves.map(({ no }) => no))}, ${numbers(moves.map(({ n }) => n))},
      ${numbers(moves.map(({ from }) => from))}, ${numbers(moves.map(({ to }) => to))},
      ${numbers(moves.map((move) => move.amountFen))}, ${numbers(moves.map(({ outEnd }) => outEnd))},
      ${numbers(moves.map(({ inEnd }) => inEnd))}, ${numbers(moves.map(({ year }) => year))})`;
}

/** The last leg of an account has its balance after the batch. */
function lastOfItsAccount(
  legs: readonly { account: number }[],
): (leg: { account: number }, n: number) => boolean {
  const last = new Map(legs.map(({ account }, n) => [account, n]));
  return ({ account }, n) => last.get(account) === n;
}

export const bytea = (hex: string) => Buffer.from(hex, 'hex');
