// The frames of one book, a page of blocks in a transaction: whatever a book's length, this much of it is in memory.
import { TAG } from '@gonglian/proof/layout.ts';
import type { Own, Sql } from '../pipeline.ts';
import type { Read } from '@gonglian/service/use-case.ts';
import {
  bookFrame,
  checkpointFrame,
  documentFrame,
  endFrame,
  recordFrame,
  type Counts,
} from './book-frames.ts';
import { readCheckpoints, type KeptCheckpoint } from './checkpoint.ts';
import { DOCUMENTS_A_PAGE, readDocuments } from './read-documents.ts';

/** A book, up to a block that is its end from here on, whatever is posted meanwhile. */
export interface BookToExport {
  bookId: number;
  unionId: string;
  accountSet: string;
  blockNo: number;
  head: string;
  lastNo: number;
  /** The last block that was signed for; beyond the end where the end was cut off, which the verifier then finds. */
  signedTo: number;
}

/** A page has so many blocks at most, and no more once it has so many vouchers. */
const BLOCKS_A_PAGE = 500;
const VOUCHERS_A_PAGE = 1_000;

interface Kept {
  no: string;
  kept: Buffer;
  bytes: Buffer;
}
interface KeptInBlock extends Kept {
  blockNo: string;
}
interface Block extends Kept {
  firstNo: string;
  lastNo: string;
}
interface Page {
  blocks: Block[];
  accounts: KeptInBlock[];
  pots: KeptInBlock[];
  vouchers: Kept[];
  periods: KeptInBlock[];
}

export async function* bookFrames(
  read: Read<Own>,
  book: BookToExport,
  isRoot: boolean,
): AsyncGenerator<Buffer> {
  const counts: Counts = {
    blocks: 0,
    vouchers: 0,
    accounts: 0,
    pots: 0,
    periods: 0,
    checkpoints: 0,
    documents: 0,
  };
  const points = await read(({ sql }) => readCheckpoints(sql, book));
  yield bookFrame(book.unionId, book.accountSet);
  for (let after = 0; after < book.blockNo;) {
    const page = await read(({ sql }) => readPage(sql, book, after));
    const last = page.blocks.at(-1);
    if (!last) break; // blocks are gone: what is left is told, and the verifier finds the rest missing
    after = Number(last.no);
    yield Buffer.concat(pageFrames(page, points, counts));
  }
  yield Buffer.concat(points.map((point) => signed(point, counts)));
  let from = { kind: '', id: '', place: '' };
  for (;;) {
    const documents = await read((tx) => readDocuments(tx, book.unionId, isRoot, from));
    counts.documents += documents.length;
    yield Buffer.concat(documents.map((one) => documentFrame(book.unionId, one)));
    const last = documents.at(-1);
    if (!last || documents.length < DOCUMENTS_A_PAGE) break;
    from = last;
  }
  yield endFrame(book.unionId, counts, book.head);
}

/** Of each block its accounts, pots, vouchers and closings, then itself, then what was signed of it. */
function pageFrames(page: Page, points: KeptCheckpoint[], counts: Counts): Buffer[] {
  const frames: Buffer[] = [];
  const put = (
    tag: typeof TAG.account | typeof TAG.pot | typeof TAG.period,
    rows: KeptInBlock[],
    blockNo: number,
  ) => {
    let taken = 0;
    for (; rows.length > 0 && Number(rows[0]?.blockNo) <= blockNo; taken += 1) {
      const row = rows.shift() as KeptInBlock;
      frames.push(recordFrame(tag, row.kept, row.bytes));
    }
    return taken;
  };
  let at = 0;
  for (const block of page.blocks) {
    const no = Number(block.no);
    counts.accounts += put(TAG.account, page.accounts, no);
    counts.pots += put(TAG.pot, page.pots, no);
    for (; Number(page.vouchers[at]?.no) <= Number(block.lastNo); at += 1) {
      const { kept, bytes } = page.vouchers[at] as Kept;
      frames.push(recordFrame(TAG.voucher, kept, bytes));
      counts.vouchers += 1;
    }
    counts.periods += put(TAG.period, page.periods, no);
    frames.push(recordFrame(TAG.block, block.kept, block.bytes));
    counts.blocks += 1;
    while (points[0] && points[0].blockNo <= no) {
      frames.push(signed(points.shift() as KeptCheckpoint, counts));
    }
  }
  return frames;
}

function signed({ publicKey, signature, content }: KeptCheckpoint, counts: Counts): Buffer {
  counts.checkpoints += 1;
  return checkpointFrame(publicKey, signature, content);
}

async function readPage(sql: Sql, book: BookToExport, after: number): Promise<Page> {
  const { bookId, unionId } = book;
  // Where nobody has counted the tables yet the planner would go through all legs for each voucher.
  await sql`select set_config('enable_nestloop', 'off', true)`;
  const found = await sql<Block>`
    select block_no as no, first_no as "firstNo", last_no as "lastNo", hash as kept,
      '\\x0201'::bytea || sealed(${unionId}) || int8send(block_no) || int8send(first_no) || int8send(last_no)
        || sealed_ms(posted_at) || prev || body as bytes
    from block where book_id = ${bookId} and block_no > ${after} and block_no <= ${book.blockNo}
    order by block_no limit ${BLOCKS_A_PAGE}`;
  const start = Number(found[0]?.firstNo ?? 0);
  const full = found.findIndex(({ lastNo }) => Number(lastNo) - start >= VOUCHERS_A_PAGE);
  const blocks = full === -1 ? found : found.slice(0, full + 1);
  const to = Number(blocks.at(-1)?.no ?? after);
  const end = Number(blocks.at(-1)?.lastNo ?? 0);
  const vouchers = await sql<Kept>`
    select no, kept, bytes from voucher_bytes(${bookId}, ${start}, ${end}) order by no`;
  const accounts = await sql<KeptInBlock>`
    select account_no as no, block_no as "blockNo", leaf as kept, '\\x0001'::bytea || sealed('account')
        || sealed(${unionId}) || int8send(account_no) || sealed(code) || sealed(party) || sealed(project)
        || sealed(mark) as bytes
    from account where book_id = ${bookId} and block_no > ${after} and block_no <= ${to} order by account_no`;
  const pots = await sql<KeptInBlock>`
    select pot_no as no, block_no as "blockNo", leaf as kept, '\\x0001'::bytea || sealed('pot')
        || sealed(${unionId}) || int8send(pot_no) || sealed(kind) || sealed(key) || sealed(bank) as bytes
    from pot where book_id = ${bookId} and block_no > ${after} and block_no <= ${to} order by pot_no`;
  const periods = await sql<KeptInBlock>`
    select change_no as no, block_no as "blockNo", leaf as kept, '\\x0001'::bytea || sealed('period')
        || sealed(${unionId}) || int8send(change_no) || sealed(period) || sealed(change) || int8send(after_no)
        || sealed(actor_id) || sealed(reason) || sealed_ms(changed_at) as bytes
    from period_change where book_id = ${bookId} and block_no > ${after} and block_no <= ${to} order by change_no`;
  return { blocks, accounts, pots, vouchers, periods };
}
