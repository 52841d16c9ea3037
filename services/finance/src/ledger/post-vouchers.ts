import { setImmediate as nextTurn } from 'node:timers/promises';
import { vouchersPosted } from '@gonglian/contracts/finance.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { BookState } from './book.ts';
import { checkVoucher } from './check-voucher.ts';
import { decidePostings, type Batch, type Decision } from './decide-postings.ts';
import { findDifference } from './find-difference.ts';
import { keepKnown } from './known-books.ts';
import { openBook } from './open-book.ts';
import { requestHash, sealBlock } from './seal.ts';
import type { PostedVoucher, VoucherNo, VoucherToPost } from './voucher.ts';
import { writeBlock, type ToWrite } from './write-batch.ts';

/** Opened, and answered, at once: what is asked of a book in one statement has a bound. */
const BATCH_MAX = 1_000;
/** In one block; more are several. While the database writes one, the next is decided and hashed. */
const BLOCK_MAX = 250;

interface PostingTx extends Pick<Tx, 'sql' | 'now' | 'emit'> {
  /**
   * Of gathered calls, whose keys are new (GatheredTx): what is written need not be waited for, and with hope the book not
   * be read before.
   */
  hopes?: boolean;
}

/**
 * Posts to one union's book inside the caller's transaction, in the order given; one bad voucher never fails its
 * neighbours. A key that was posted before with the same content answers the number it got then. The book stays locked
 * until the transaction ends. Throws not_found UNION_UNKNOWN for a union that organisation has not named.
 */
export async function postVouchers(
  tx: PostingTx,
  unionId: string,
  vouchers: readonly VoucherToPost[],
): Promise<PostedVoucher[]> {
  const answers: PostedVoucher[] = [];
  for (let at = 0; at < vouchers.length; at += BATCH_MAX)
    answers.push(...(await postBatch(tx, unionId, vouchers.slice(at, at + BATCH_MAX))));
  return answers;
}

async function postBatch(
  tx: PostingTx,
  unionId: string,
  vouchers: readonly VoucherToPost[],
): Promise<PostedVoucher[]> {
  const refusals = vouchers.map(checkVoucher);
  const sound = vouchers.filter((_, n) => refusals[n] === undefined);
  const decisions = sound.length === 0 ? [] : await postSound(tx, unionId, sound);
  let next = 0;
  const answers: PostedVoucher[] = [];
  for (const [n, voucher] of vouchers.entries()) {
    const refusal = refusals[n];
    const decision: Decision = refusal ? { refusal } : (decisions[next++] as Decision);
    answers.push(
      'conflict' in decision
        ? await refuseReused(tx, unionId, voucher, decision.conflict)
        : answerOf(voucher, decision),
    );
  }
  return answers;
}

async function postSound(
  tx: PostingTx,
  unionId: string,
  sound: readonly VoucherToPost[],
): Promise<Decision[]> {
  const { sql, emit, hopes } = tx;
  const opening = openBook(tx, unionId, sound);
  // Whoever waits for it below hears of its failure.
  opening.catch(() => undefined);
  // The question is on its way before the hashes take the process for themselves.
  if (!hopes) await nextTurn();
  const asked = sound.map((voucher) => ({ voucher, requestHash: requestHash(voucher) }));
  const book = await opening;
  const firstNo = book.lastNo + 1;
  const decisions: Decision[] = [];
  let writing = Promise.resolve();
  for (let at = 0; at < sound.length; at += BLOCK_MAX) {
    const block = decidePostings(book, asked.slice(at, at + BLOCK_MAX));
    const sealed = sealNext(book, block);
    const before = hopes === undefined ? writing : Promise.resolve();
    if (sealed) writing = startWriting(waiting(sql, before), book, sealed);
    decisions.push(...block.decisions);
    await before;
    // The statement is on its way before the next block takes the process for itself.
    await nextTurn();
  }
  if (hopes === undefined) await writing;
  const { keys: _keys, wanted: _wanted, originals: _originals, ...known } = book;
  keepKnown(known);
  if (book.lastNo >= firstNo)
    emit(vouchersPosted, {
      unionId,
      firstNo: BigInt(firstNo),
      lastNo: BigInt(book.lastNo),
      chainHead: book.head,
    });
  return decisions;
}

/** The block that follows from what was decided, of which the book then has the head. */
function sealNext(book: BookState, { decisions, accounts, pots }: Batch): ToWrite | undefined {
  const rows = decisions.flatMap((one) => ('posted' in one ? one : []));
  const [first] = rows;
  if (!first) return undefined;
  const leaves = [...accounts, ...pots, ...rows.map(({ posted }) => posted)].map((one) => one.leaf);
  const { head: prev, lastNo, postedMs } = book;
  book.lastBlockNo += 1;
  const numbers = { no: book.lastBlockNo, firstNo: first.posted.no, lastNo, postedMs };
  const sealed = sealBlock(book, numbers, leaves);
  book.head = sealed.hash;
  return { prev, sealed, accounts, pots, rows };
}

/** What is written is made ready at once, and sent when the block before it is written. */
function waiting(sql: Sql, before: Promise<void>): Sql {
  return async (text, ...values) => {
    await before;
    return sql(text, ...values);
  };
}

function startWriting(sql: Sql, book: BookState, block: ToWrite): Promise<void> {
  const writing = writeBlock(sql, book, block);
  // Whoever waits for its end hears of its failure; that nobody waits yet is no failure of the process.
  writing.catch(() => undefined);
  return writing;
}

function answerOf(
  { key }: VoucherToPost,
  decision: Exclude<Decision, { conflict: number }>,
): PostedVoucher {
  if ('posted' in decision) return numbered(key, decision.posted);
  if ('replayed' in decision) return numbered(key, decision.replayed);
  return { key, refusal: decision.refusal };
}

/** Says also in what the voucher that has the key is another one. */
async function refuseReused(
  { sql }: Pick<Tx, 'sql'>,
  unionId: string,
  voucher: VoucherToPost,
  no: number,
): Promise<PostedVoucher> {
  const field = await findDifference(sql, unionId, no, voucher);
  return { key: voucher.key, refusal: { code: 'VOUCHER_KEY_REUSED', details: { no, field } } };
}

function numbered(key: string, { no, period, periodNo }: VoucherNo): PostedVoucher {
  return { key, no, period, periodNo };
}
