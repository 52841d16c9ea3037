// One book as its frames come: every leaf, the chain, the numbers, the money.
import { Amounts } from './amounts.ts';
import type { BookHead } from './book-head.ts';
import { Cursor, Malformed } from './cursor.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Frame } from './frames.ts';
import { HASH_BYTES, sha256, TAG, type Tag } from './layout.ts';
import type { PackageDocument } from './documents.ts';
import { changed, Leaves } from './leaves.ts';
import { OpenMonths } from './open-months.ts';
import {
  KINDS,
  readAccount,
  readBlock,
  readCheckpoint,
  readDocument,
  readEnd,
  readPeriod,
  readPot,
  readVoucher,
} from './records.ts';
import { Reversals } from './reversals.ts';
import { isSignedBy, KEY_BYTES, SIGNATURE_BYTES } from './signing.ts';

interface Surroundings {
  /** By which the package is signed, and of which node it is; undefined where its end is missing. */
  node: string | undefined;
  key: Buffer | undefined;
  tell: (finding: Finding) => void;
  reread: (bodyAt: number, length: number) => Buffer;
  /** How the book stood in the older package. */
  since: BookHead | undefined;
  /** Is told of each document as it comes. */
  document: (one: PackageDocument) => void;
}

export class BookCheck {
  readonly unionId: string;
  readonly #around: Surroundings;
  readonly #amounts = new Amounts();
  readonly #months = new OpenMonths();
  readonly #reversals: Reversals;
  readonly #keys = new Set<string>();
  readonly #leaves = new Leaves((...told) => this.#tell(...told));
  readonly #periodNos = new Map<string, number>();
  #lastNo = 0;
  #blockNo = 0;
  #head: Buffer;
  #postedMs = 0;
  #checkpoints = 0;
  #checkpointAt = 0;
  #documents = 0;
  /** Of the block that is being read. */
  #times: { no: number; postedMs: number; at: number }[] = [];
  #ended = false;

  constructor(unionId: string, around: Surroundings) {
    this.unionId = unionId;
    this.#around = around;
    this.#reversals = new Reversals(around.reread);
    const id = Buffer.from(unionId.replaceAll('-', ''), 'hex');
    this.#head = sha256(Buffer.concat([Buffer.from([3]), id]));
  }

  get ended(): boolean {
    return this.#ended;
  }

  get standing(): BookHead {
    const { unionId } = this;
    const read = { blockNo: this.#blockNo, lastNo: this.#lastNo, head: this.#head.toString('hex') };
    return { unionId, ...read, checkpoints: this.#checkpoints, documents: this.#documents };
  }

  /** Which number a frame has that comes now. */
  nextNo(tag: Tag): number {
    if (tag === TAG.voucher) return this.#lastNo + 1;
    if (tag === TAG.account) return this.#amounts.accounts + 1;
    if (tag === TAG.pot) return this.#amounts.pots + 1;
    if (tag === TAG.period) return this.#months.changes + 1;
    if (tag === TAG.block) return this.#blockNo + 1;
    if (tag === TAG.checkpoint) return this.#checkpoints + 1;
    return tag === TAG.document ? this.#documents + 1 : 0;
  }

  /** A frame of this book, other than its first. */
  take(frame: Frame): void {
    try {
      this.#read(frame);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      const no = frame.tag === TAG.voucher ? this.#lastNo + 1 : 0;
      this.#tell('RECORD_UNREADABLE', frame, no, { field: error.message });
    }
  }

  #read(frame: Frame): void {
    switch (frame.tag) {
      case TAG.account:
        return this.#account(frame);
      case TAG.pot:
        return this.#pot(frame);
      case TAG.voucher:
        return this.#voucher(frame);
      case TAG.period:
        return this.#period(frame);
      case TAG.block:
        return this.#block(frame);
      case TAG.checkpoint:
        return this.#checkpoint(frame);
      case TAG.document:
        return this.#document(frame);
      case TAG.end:
        return this.#end(frame);
      case TAG.book:
      case TAG.readme:
        return this.#tell('BOOK_END', frame, 0);
    }
  }

  #account(frame: Frame): void {
    const no = this.#amounts.accounts + 1;
    const account = readAccount(this.#leaves.take(frame, no, this.#amounts));
    this.#expect('NUMBER_GAP', frame, no, { field: 'no', says: account.no, follows: no });
    this.#ofThisBook(frame, account.unionId, no);
    this.#amounts.openAccount(account);
  }

  #pot(frame: Frame): void {
    const no = this.#amounts.pots + 1;
    const pot = readPot(this.#leaves.take(frame, no, this.#amounts));
    this.#expect('NUMBER_GAP', frame, no, { field: 'no', says: pot.no, follows: no });
    this.#ofThisBook(frame, pot.unionId, no);
    this.#amounts.openPot(pot);
  }

  #voucher(frame: Frame): void {
    const voucher = readVoucher(this.#leaves.take(frame, this.#lastNo + 1, this.#amounts));
    const { no, key, period } = voucher;
    this.#ofThisBook(frame, voucher.unionId, no);
    const next = this.#lastNo + 1;
    this.#expect('NUMBER_GAP', frame, no, { field: 'no', says: no, follows: next });
    this.#lastNo = no;
    const periodNo = (this.#periodNos.get(period) ?? 0) + 1;
    const numbers = { field: 'periodNo', says: voucher.periodNo, follows: periodNo };
    this.#expect('PERIOD_NUMBER_GAP', frame, no, numbers);
    this.#periodNos.set(period, voucher.periodNo);
    if (this.#keys.has(key)) this.#tell('KEY_TWICE', frame, no, { field: 'key' });
    this.#keys.add(key);
    if (!this.#months.isOpen(period))
      this.#tell('PERIOD_CLOSED', frame, no, { field: 'period', says: period });
    this.#times.push({ no, postedMs: voucher.postedMs, at: frame.at });
    for (const { code, ...more } of this.#amounts.post(voucher)) this.#tell(code, frame, no, more);
    this.#reversals.add(no, frame);
    const wrong = voucher.reversesNo === 0 ? undefined : this.#reversals.findWrong(voucher);
    const says = String(voucher.reversesNo);
    if (wrong) this.#tell(wrong, frame, no, { field: 'reversesNo', says });
  }

  #period(frame: Frame): void {
    const no = this.#months.changes + 1;
    const change = readPeriod(this.#leaves.take(frame, no, this.#amounts));
    this.#expect('NUMBER_GAP', frame, no, { field: 'no', says: change.no, follows: no });
    this.#ofThisBook(frame, change.unionId, no);
    const afterNo = { field: 'afterNo', says: change.afterNo, follows: this.#lastNo };
    this.#expect('NUMBER_GAP', frame, no, afterNo);
    this.#months.take(change);
  }

  #block(frame: Frame): void {
    const no = this.#blockNo + 1;
    const stored = frame.content.subarray(0, HASH_BYTES);
    const bytes = frame.content.subarray(HASH_BYTES);
    let block = readBlock(new Cursor(bytes));
    if (!sha256(bytes).equals(stored)) {
      const mended = this.#leaves.mend(frame);
      this.#tell('BLOCK_CHANGED', frame, no, mended ? changed(frame, mended) : {});
      if (mended) block = readBlock(new Cursor(mended));
    }
    this.#ofThisBook(frame, block.unionId, no);
    this.#expect('BLOCK_ORDER', frame, no, { field: 'no', says: block.no, follows: no });
    this.#expectLast(frame, block);
    if (!block.prev.equals(this.#head))
      this.#tell('BLOCK_ORDER', frame, no, hashes('prev', block.prev, this.#head));
    if (!this.#leaves.close(block.body)) this.#tell('BLOCK_LEAVES', frame, no);
    this.#times.push({ no: 0, postedMs: block.postedMs, at: frame.at });
    this.#expectTimes(frame, block.postedMs);
    const uncovered = this.#amounts.findUncovered();
    if (uncovered) this.#tell(uncovered.code, frame, no, uncovered);
    this.#times = [];
    this.#head = stored;
    this.#blockNo = block.no;
    this.#expectSince(frame);
  }

  #expectLast(frame: Frame, { no, firstNo, lastNo }: ReturnType<typeof readBlock>): void {
    const first = this.#lastNo + 1 - this.#times.length;
    this.#expect('NUMBER_GAP', frame, no, { field: 'firstNo', says: firstNo, follows: first });
    const last = { field: 'lastNo', says: lastNo, follows: this.#lastNo };
    this.#expect('NUMBER_GAP', frame, no, last);
    this.#lastNo = lastNo;
  }

  #expectTimes(frame: Frame, postedMs: number): void {
    const no = this.#blockNo + 1;
    const other = this.#times.find((one) => one.postedMs !== postedMs);
    const early = postedMs < this.#postedMs;
    const says = String(early ? postedMs : other?.postedMs);
    const follows = String(early ? this.#postedMs : postedMs);
    if (other || early)
      this.#tell('TIME_DIFFERS', frame, other?.no ?? no, { field: 'postedMs', says, follows });
    this.#postedMs = postedMs;
  }

  #expectSince(frame: Frame): void {
    const { since } = this.#around;
    if (since?.blockNo !== this.#blockNo) return;
    const head = this.#head.toString('hex');
    if (head !== since.head)
      this.#tell('SINCE_DIFFERS', frame, this.#blockNo, { says: head, follows: since.head });
  }

  #checkpoint(frame: Frame): void {
    const no = (this.#checkpoints += 1);
    const key = frame.content.subarray(0, KEY_BYTES);
    const signature = frame.content.subarray(KEY_BYTES, KEY_BYTES + SIGNATURE_BYTES);
    const bytes = frame.content.subarray(KEY_BYTES + SIGNATURE_BYTES);
    const point = readCheckpoint(new Cursor(bytes));
    const { node, key: own } = this.#around;
    if (!isSignedBy(key, bytes, signature)) this.#tell('CHECKPOINT_SIGNATURE', frame, no);
    if (own && !own.equals(key))
      this.#tell('CHECKPOINT_OTHER_KEY', frame, no, hashes('publicKey', key, own));
    this.#ofThisBook(frame, point.unionId, no);
    const onChain =
      point.blockNo === this.#blockNo &&
      point.lastNo === this.#lastNo &&
      point.head.equals(this.#head) &&
      (node === undefined || node === point.node);
    if (!onChain)
      this.#tell('CHECKPOINT_NOT_ON_CHAIN', frame, no, hashes('head', point.head, this.#head));
    this.#checkpointAt = point.blockNo;
  }

  #document(frame: Frame): void {
    const no = (this.#documents += 1);
    const one = readDocument(new Cursor(frame.content));
    this.#ofThisBook(frame, one.unionId, no);
    this.#around.document({ ...one, no, bodyAt: frame.at });
  }

  #end(frame: Frame): void {
    this.#ended = true;
    const end = readEnd(new Cursor(frame.content));
    this.#ofThisBook(frame, end.unionId, 0);
    const found: Record<string, number> = {
      blocks: this.#blockNo,
      vouchers: this.#lastNo,
      accounts: this.#amounts.accounts,
      pots: this.#amounts.pots,
      periods: this.#months.changes,
      checkpoints: this.#checkpoints,
      documents: this.#documents,
    };
    for (const [field, follows] of Object.entries(found))
      this.#expect('BOOK_END', frame, 0, { field, says: Number(end[field as 'blocks']), follows });
    if (!end.head.equals(this.#head))
      this.#tell('BOOK_END', frame, 0, hashes('head', end.head, this.#head));
    // What stands behind the last checkpoint nobody has signed for.
    const signedTo = { field: 'checkpoints', says: this.#checkpointAt, follows: this.#blockNo };
    this.#expect('CHECKPOINT_NOT_ON_CHAIN', frame, 0, signedTo);
    if (this.#leaves.open) this.#tell('BOOK_END', frame, 0, { field: 'records' });
  }

  #ofThisBook(frame: Frame, unionId: string, no: number): void {
    if (unionId === this.unionId) return;
    const about = { field: 'unionId', says: unionId, follows: this.unionId };
    this.#tell('RECORD_OF_OTHER_BOOK', frame, no, about);
  }

  #expect(
    code: FindingCode,
    frame: Frame,
    no: number,
    { field, says, follows }: { field: string; says: number; follows: number },
  ): void {
    if (says === follows) return;
    this.#tell(code, frame, no, { field, says: String(says), follows: String(follows) });
  }

  #tell(code: FindingCode, frame: Frame, no: number, more: Partial<Finding> = {}): void {
    const { unionId } = this;
    const record = { kind: KINDS[frame.tag], no };
    this.#around.tell({ unionId, record, bodyAt: frame.at, ...more, code });
  }
}

function hashes(field: string, says: Buffer, follows: Buffer): Partial<Finding> {
  return { field, says: says.toString('hex'), follows: follows.toString('hex') };
}
