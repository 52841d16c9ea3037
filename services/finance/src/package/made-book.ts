// A book that is posted in memory, by the same rules and the same seals as a real one, and its package.
import { randomBytes } from 'node:crypto';
import { newId } from '@gonglian/kernel/id.ts';
import { MAGIC, sha256, TAG } from '@gonglian/proof/layout.ts';
import { openSigner, type Signer } from '@gonglian/proof/signing.ts';
import { writePackage } from '@gonglian/proof/write-package.ts';
import type { BookState } from '../ledger/book.ts';
import { decidePostings } from '../ledger/decide-postings.ts';
import {
  requestHash,
  sealAccount,
  sealBlock,
  sealBlockHead,
  sealCheckpoint,
  sealPeriod,
  sealPot,
  sealVoucher,
  type PeriodChange,
} from '../ledger/seal.ts';
import { journal, receipt20000, voucher } from '../ledger/made-vouchers.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import { bookFrame, checkpointFrame, documentFrame, endFrame, recordFrame } from './book-frames.ts';
import { readmeFrame } from './readme.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
export const NODE = '321084';
export const signer = openSigner(randomBytes(32));

export class MadeBook {
  readonly unionId: string;
  readonly frames: Buffer[] = [];
  readonly state: BookState;
  readonly counts = {
    blocks: 0,
    vouchers: 0,
    accounts: 0,
    pots: 0,
    periods: 0,
    checkpoints: 0,
    documents: 0,
  };

  constructor(unionId = newId(), keepsOriginals = true) {
    this.unionId = unionId;
    const id = hex(unionId.replaceAll('-', ''));
    this.state = {
      unionId,
      accountSet: 'COUNTY',
      lastNo: 0,
      lastAccountNo: 0,
      lastPotNo: 0,
      lastBlockNo: 0,
      head: sha256(Buffer.concat([Buffer.from([3]), id])).toString('hex'),
      closedThrough: '',
      postedMs: Date.parse('2026-03-05T02:00:00Z'),
      reopened: new Set(),
      periodCounts: new Map(),
      keys: new Map(),
      accounts: new Map(),
      pots: new Map(),
      wanted: { has: () => keepsOriginals } as unknown as ReadonlySet<number>,
      originals: new Map(),
    };
    this.frames.push(bookFrame(unionId, 'COUNTY'));
  }

  post(vouchers: readonly VoucherToPost[]): this {
    const { state, unionId } = this;
    const firstNo = state.lastNo + 1;
    state.postedMs += 1_000;
    const asked = vouchers.map((one) => ({ voucher: one, requestHash: requestHash(one) }));
    const { decisions, accounts, pots } = decidePostings(state, asked);
    for (const { no, ref, leaf } of accounts)
      this.#record(TAG.account, leaf, sealAccount(unionId, no, ref).copy());
    for (const { no, ref, leaf } of pots)
      this.#record(TAG.pot, leaf, sealPot(unionId, no, ref).copy());
    const posted = decisions.map((one) => {
      if (!('posted' in one)) throw new Error(JSON.stringify(one));
      const { posted: row } = one;
      const sealed = sealVoucher(unionId, one.voucher, row, state.postedMs);
      this.#record(TAG.voucher, row.leaf, sealed.copy());
      return row;
    });
    this.counts.accounts += accounts.length;
    this.counts.pots += pots.length;
    this.counts.vouchers += posted.length;
    return this.#block(
      firstNo,
      [...accounts, ...pots, ...posted].map(({ leaf }) => leaf),
    );
  }

  change(period: string, change: PeriodChange['change']): this {
    const { state, unionId } = this;
    if (change === 'CLOSED') state.closedThrough = period;
    else state.reopened.add(period);
    const no = (this.counts.periods += 1);
    const row = { no, period, change, afterNo: state.lastNo, actorId: 'a', reason: '月结' };
    state.postedMs += 1_000;
    const sealed = sealPeriod(unionId, row, state.postedMs);
    const leaf = sealed.sha256();
    this.#record(TAG.period, leaf, sealed.copy());
    return this.#block(state.lastNo + 1, [leaf]);
  }

  checkpoint(by: Signer = signer, node = NODE): this {
    const { unionId, lastBlockNo: blockNo, head, lastNo, postedMs: atMs } = this.state;
    const bytes = sealCheckpoint({ node, unionId, blockNo, head, lastNo, atMs }).copy();
    this.frames.push(checkpointFrame(by.publicKey, by.sign(bytes), bytes));
    this.counts.checkpoints += 1;
    return this;
  }

  /** The hash is that of the content. */
  document(kind: string, id: string, { place = '', content = id } = {}): this {
    const sha = sha256(Buffer.from(content)).toString('hex');
    this.frames.push(documentFrame(this.unionId, { kind, id, place, sha256: sha }));
    this.counts.documents += 1;
    return this;
  }

  end(): Buffer[] {
    return [...this.frames, endFrame(this.unionId, this.counts, this.state.head)];
  }

  #record(
    tag: typeof TAG.account | typeof TAG.pot | typeof TAG.voucher | typeof TAG.period,
    leaf: string,
    bytes: Buffer,
  ): void {
    this.frames.push(recordFrame(tag, hex(leaf), bytes));
  }

  #block(firstNo: number, leaves: readonly string[]): this {
    const { state } = this;
    const no = (state.lastBlockNo += 1);
    const block = { no, firstNo, lastNo: state.lastNo, postedMs: state.postedMs };
    const { body, hash } = sealBlock(state, block, leaves);
    this.frames.push(recordFrame(TAG.block, hex(hash), sealBlockHead(state, block, body).copy()));
    state.head = hash;
    this.counts.blocks += 1;
    return this;
  }
}

/** Receipts and notes in blocks of three, signed for in the middle and at the end. */
export function smallBook(vouchers = 300): MadeBook {
  const book = new MadeBook();
  for (let n = 0; n < vouchers; n += 3) {
    book.post([receipt20000(NODE), voucher(), voucher({ legs: journal('135', '215', n + 1) })]);
    if (n === 150) book.checkpoint();
  }
  return book.checkpoint();
}

/** The bytes of a package of these frames. */
export async function packed(
  frames: Iterable<Buffer>,
  { by = signer, node = NODE, readme = true } = {},
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const body = [MAGIC, ...(readme ? [readmeFrame()] : []), ...frames];
  const madeAt = new Date('2026-11-21T10:00:00Z');
  for await (const piece of writePackage(body, { node, madeAt, signer: by })) pieces.push(piece);
  return Buffer.concat(pieces);
}
