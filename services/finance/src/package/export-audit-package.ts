// A book, or all in reach, as an auditor takes them away: written down with the reason before the first byte.
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { MAGIC } from '@gonglian/proof/layout.ts';
import { writePackage } from '@gonglian/proof/write-package.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { optionalId, text } from '@gonglian/service/fields.ts';
import type { Read } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { download, type Own, type Reading } from '../pipeline.ts';
import { addCheckpoints } from './checkpoint.ts';
import { bookFrames, type BookToExport } from './read-book.ts';
import { readmeFrame } from './readme.ts';

/** A reader who has to wait for a piece waits for this much. */
const PIECE_BYTES = 256 * 1024;
/** More unions than a county has. */
const BOOKS_MAX = 10_000;

export const exportAuditPackage = download({
  schema: z.strictObject({ unionId: optionalId, reason: text(200) }),
  permission: 'finance.audit-package.export',
  unions: ({ unionId }) => (unionId ? [unionId] : []),
  async *run(read, { unionId, reason }) {
    const { books, signer, node, now } = await read(async (tx) => {
      const taken = await takeOut(tx, unionId || null, reason);
      return { books: taken, signer: tx.own.signer, node: tx.node, now: tx.now };
    });
    const fileName = `审计包-${node}-${chinaDate(now)}.glaudit`;
    yield FileChunk.fromPartial({ fileName, mediaType: 'application/octet-stream' });
    const body = frames(read, books, nodeRootUnionId(node));
    for await (const bytes of writePackage(body, { node, madeAt: now, signer })) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const content = bytes.subarray(at, at + PIECE_BYTES);
        yield { fileName: '', mediaType: '', content };
      }
    }
  },
});

interface Row extends Omit<BookToExport, 'blockNo' | 'lastNo' | 'signedTo'> {
  blockNo: string;
  signedTo: string | null;
  lastNo: string;
}

/** Which books, each up to the block that it ends with now and that is signed for. */
async function takeOut(
  tx: Reading,
  unionId: string | null,
  reason: string,
): Promise<BookToExport[]> {
  const rows = await tx.sql<Row>`
    select b.book_id as "bookId", b.union_id as "unionId", b.account_set as "accountSet",
      k.block_no as "blockNo", encode(k.hash, 'hex') as head, k.last_no as "lastNo",
      (select max(c.block_no) from book_checkpoint as c where c.book_id = b.book_id) as "signedTo"
    from book as b join lateral (select * from block as k where k.book_id = b.book_id
      order by k.block_no desc limit 1) as k on true
    where ${unionId}::uuid is null or b.union_id = ${unionId}::uuid
    order by b.book_id limit ${BOOKS_MAX}`;
  if (rows.length === 0) throw refused('AUDIT_PACKAGE_EMPTY');
  const books = rows.map((row) => {
    const blockNo = Number(row.blockNo);
    const signedTo = Math.max(blockNo, Number(row.signedTo));
    return { ...row, blockNo, lastNo: Number(row.lastNo), signedTo };
  });
  await addCheckpoints(tx, tx.own.signer, books);
  await logAccess(
    tx,
    books.map((book) => ({
      entity: 'book',
      entityId: book.unionId,
      unionId: book.unionId,
      fields: ['ledger'],
      how: 'export',
      reasonCode: 'audit',
      reason,
    })),
  );
  return books;
}

async function* frames(
  read: Read<Own>,
  books: readonly BookToExport[],
  rootUnionId: string,
): AsyncGenerator<Buffer> {
  yield MAGIC;
  yield readmeFrame();
  for (const book of books) yield* bookFrames(read, book, book.unionId === rootUnionId);
}
