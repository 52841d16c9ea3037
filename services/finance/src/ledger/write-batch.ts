import type { Sql } from '../pipeline.ts';
import {
  bools,
  byteas,
  dates,
  int2s,
  int4s,
  int8s,
  texts,
} from '@gonglian/service/binary-arrays.ts';
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

/** Hands a block to ledger_post, by which alone it can be written. */
export async function writeBlock(sql: Sql, book: BookState, block: ToWrite): Promise<void> {
  const { accounts, pots, rows, sealed } = block;
  const legs = rows.flatMap(({ posted }) =>
    posted.legs.map((leg, n) => ({ posted, leg, n: n + 1 })),
  );
  const moves = rows.flatMap(({ posted }) =>
    posted.moves.map((move, n) => ({ posted, move, n: n + 1 })),
  );
  const last = lastOfAccounts(legs);
  await sql`
    select finance.ledger_post(${book.unionId}, ${new Date(book.postedMs)}, ${bytea(block.prev)},
      ${bytea(sealed.body)}, ${bytea(sealed.hash)},
      ${int4s(accounts, ({ no }) => no)}, ${texts(accounts, ({ ref }) => ref.code)},
      ${texts(accounts, ({ ref }) => ref.partyId ?? '')}, ${texts(accounts, ({ ref }) => ref.project ?? '')},
      ${texts(accounts, ({ ref }) => ref.mark ?? '')}, ${byteas(accounts, ({ leaf }) => leaf)},
      ${int4s(pots, ({ no }) => no)}, ${texts(pots, ({ ref }) => ref.kind)},
      ${texts(pots, ({ ref }) => ref.key)}, ${texts(pots, ({ ref }) => ref.bank ?? '')},
      ${bools(pots, ({ ref }) => isOwnPot(ref.kind))}, ${byteas(pots, ({ leaf }) => leaf)},
      ${int8s(rows, ({ posted }) => posted.no)}, ${texts(rows, ({ posted }) => posted.key)},
      ${byteas(rows, ({ posted }) => posted.requestHash)}, ${texts(rows, ({ posted }) => posted.period)},
      ${int4s(rows, ({ posted }) => posted.periodNo)}, ${texts(rows, ({ voucher }) => voucher.kind)},
      ${dates(rows, ({ voucher }) => voucher.eventOn)}, ${texts(rows, ({ voucher }) => voucher.summary)},
      ${texts(rows, ({ voucher }) => voucher.docKind)}, ${texts(rows, ({ voucher }) => voucher.docId)},
      ${byteas(rows, ({ voucher }) => voucher.docHash ?? '')},
      ${texts(rows, ({ voucher }) => voucher.makerId)},
      ${texts(rows, ({ voucher }) => voucher.checkerId ?? '')},
      ${texts(rows, ({ voucher }) => voucher.approverId ?? '')},
      ${int8s(rows, ({ voucher }) => voucher.reversesNo)},
      ${int2s(rows, ({ posted }) => posted.legs.length)},
      ${int2s(rows, ({ posted }) => posted.moves.length)}, ${byteas(rows, ({ posted }) => posted.leaf)},
      ${int8s(legs, ({ posted }) => posted.no)}, ${int2s(legs, ({ n }) => n)},
      ${int4s(legs, ({ leg }) => leg.account)}, ${int8s(legs, ({ leg }) => leg.amountFen)},
      ${int8s(legs, ({ leg }) => leg.balanceFen)}, ${int8s(legs, ({ leg }) => leg.version)},
      ${bools(legs, ({ leg }, n) => last.get(leg.account) === n)},
      ${int4s(legs, ({ posted }) => Number(posted.period.replace('-', '')))},
      ${int8s(moves, ({ posted }) => posted.no)}, ${int2s(moves, ({ n }) => n)},
      ${int4s(moves, ({ move }) => move.from)}, ${int4s(moves, ({ move }) => move.to)},
      ${int8s(moves, ({ move }) => move.amountFen)}, ${int8s(moves, ({ move }) => move.outEnd)},
      ${int8s(moves, ({ move }) => move.inEnd)},
      ${int2s(moves, ({ posted }) => Number(posted.period.slice(0, 4)))})`;
}

/** By account the place of its last leg, which has its balance after the block. */
function lastOfAccounts(legs: readonly { leg: { account: number } }[]): Map<number, number> {
  return new Map(legs.map(({ leg }, n) => [leg.account, n]));
}

export const bytea = (hex: string) => Buffer.from(hex, 'hex');
