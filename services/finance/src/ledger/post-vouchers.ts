import { vouchersPosted } from '@gonglian/contracts/finance.ts';
import type { Tx } from '../pipeline.ts';
import type { BookState } from './book.ts';
import { checkVoucher } from './check-voucher.ts';
import { decidePostings, type Asked, type Batch, type Decision } from './decide-postings.ts';
import { findDifference } from './find-difference.ts';
import { keepKnown } from './known-books.ts';
import { openBook } from './open-book.ts';
import { requestHash, sealBlock } from './seal.ts';
import type { PostedVoucher, VoucherNo, VoucherRefusal, VoucherToPost } from './voucher.ts';
import { writeBatch } from './write-batch.ts';

/** In one block; more are several. What a block holds is locked, hashed and written at once. */
const BLOCK_MAX = 1_000;

/**
 * Posts to one union's book inside the caller's transaction, in the order given; one bad voucher never fails its
 * neighbours. A key that was posted before with the same content answers the number it got then. The book stays locked
 * until the transaction ends. Throws not_found UNION_UNKNOWN for a union that organisation has not named.
 */
export async function postVouchers(
  tx: Pick<Tx, 'sql' | 'actor' | 'now' | 'emit'>,
  unionId: string,
  vouchers: readonly VoucherToPost[],
): Promise<PostedVoucher[]> {
  const answers: PostedVoucher[] = [];
  for (let at = 0; at < vouchers.length; at += BLOCK_MAX)
    answers.push(...(await postBlock(tx, unionId, vouchers.slice(at, at + BLOCK_MAX))));
  return answers;
}

async function postBlock(
  tx: Pick<Tx, 'sql' | 'actor' | 'now' | 'emit'>,
  unionId: string,
  vouchers: readonly VoucherToPost[],
): Promise<PostedVoucher[]> {
  const refusals = vouchers.map(checkVoucher);
  const sound = vouchers.filter((_, n) => refusals[n] === undefined);
  const asked: Asked[] = sound.map((voucher) => ({ voucher, requestHash: requestHash(voucher) }));
  const decisions = asked.length === 0 ? [] : await writeDecided(tx, unionId, asked);
  let next = 0;
  const answers: PostedVoucher[] = [];
  for (const [n, voucher] of vouchers.entries()) {
    const refusal = refusals[n];
    const decision: Decision = refusal ? { refusal } : (decisions[next++] as Decision);
    answers.push(await answerOf(tx, unionId, voucher, decision));
  }
  return answers;
}

async function writeDecided(
  tx: Pick<Tx, 'sql' | 'actor' | 'now' | 'emit'>,
  unionId: string,
  asked: readonly Asked[],
): Promise<Decision[]> {
  const book = await openBook(
    tx,
    unionId,
    asked.map(({ voucher }) => voucher),
  );
  const { head, lastNo } = book;
  const batch = decidePostings(book, asked);
  const { accounts, pots } = book;
  if (book.lastNo === lastNo) keepKnown(unionId, { head, accounts, pots });
  else await writeSealed(tx, book, batch, { head, firstNo: lastNo + 1 });
  return batch.decisions;
}

async function writeSealed(
  { sql, emit }: Pick<Tx, 'sql' | 'emit'>,
  book: BookState,
  { decisions, accounts, pots }: Batch,
  { head, firstNo }: { head: string; firstNo: number },
): Promise<void> {
  const rows = decisions.flatMap((one) => ('posted' in one ? one : []));
  const leaves = [...accounts, ...pots, ...rows.map(({ posted }) => posted)].map((one) => one.leaf);
  const { lastNo, postedMs, lastBlockNo } = book;
  const sealed = sealBlock(book, { no: lastBlockNo + 1, firstNo, lastNo, postedMs }, leaves);
  await writeBatch(sql, book, { prev: head, sealed, accounts, pots, rows });
  keepKnown(book.unionId, { head: sealed.hash, accounts: book.accounts, pots: book.pots });
  emit(vouchersPosted, {
    unionId: book.unionId,
    firstNo: BigInt(firstNo),
    lastNo: BigInt(lastNo),
    chainHead: sealed.hash,
  });
}

async function answerOf(
  { sql }: Pick<Tx, 'sql'>,
  unionId: string,
  voucher: VoucherToPost,
  decision: Decision,
): Promise<PostedVoucher> {
  const { key } = voucher;
  if ('posted' in decision) return numbered(key, decision.posted);
  if ('replayed' in decision) return numbered(key, decision.replayed);
  if ('refusal' in decision) return { key, refusal: decision.refusal };
  const refusal: VoucherRefusal = {
    code: 'VOUCHER_KEY_REUSED',
    details: {
      no: decision.conflict,
      field: await findDifference(sql, unionId, decision.conflict, voucher),
    },
  };
  return { key, refusal };
}

function numbered(key: string, { no, period, periodNo }: VoucherNo): PostedVoucher {
  return { key, no, period, periodNo };
}
