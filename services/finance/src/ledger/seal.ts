// What is hashed of each thing that a book keeps (ledger.md §3.6). Every row is covered by one leaf, every leaf by the
// block in which it was written: accounts, then pots, then vouchers, each in the order of their numbers.
import { Bytes, DOMAIN } from './canonical.ts';
import type { PostedRow } from './book.ts';
import type { AccountRef, PotRef, VoucherToPost } from './voucher.ts';

// Hashing is synchronous, so one buffer serves all.
const bytes = new Bytes();

/** What the key stands for: the content as its originator gave it. */
export function requestHash(voucher: VoucherToPost): string {
  bytes
    .begin(DOMAIN.request)
    .text(voucher.kind)
    .text(voucher.eventOn)
    .text(voucher.period ?? '');
  sealTexts(voucher);
  bytes.int(voucher.reversesNo ?? 0).int(voucher.legs.length);
  for (const { account, amountFen } of voucher.legs) sealAccountRef(account).int(amountFen);
  bytes.int(voucher.moves.length);
  for (const { from, to, amountFen } of voucher.moves) {
    sealPotRef(from);
    sealPotRef(to).int(amountFen);
  }
  return bytes.sha256();
}

export function voucherLeaf(...of: Parameters<typeof sealVoucher>): string {
  return sealVoucher(...of).sha256();
}

/** What a leaf is the hash of; holds until the next thing is sealed. */
export function sealVoucher(
  unionId: string,
  voucher: VoucherToPost,
  row: Omit<PostedRow, 'leaf'>,
  postedMs: number,
): Bytes {
  bytes.begin(DOMAIN.leaf, 'voucher').text(unionId).int(row.no).text(row.key);
  bytes.digest(row.requestHash).text(voucher.kind).text(voucher.eventOn).text(row.period);
  bytes.int(row.periodNo).int(postedMs);
  sealTexts(voucher);
  bytes.int(voucher.reversesNo ?? 0).int(row.legs.length);
  for (const leg of row.legs)
    bytes.int(leg.account).int(leg.amountFen).int(leg.balanceFen).int(leg.version);
  bytes.int(row.moves.length);
  for (const move of row.moves)
    bytes.int(move.from).int(move.to).int(move.amountFen).int(move.outEnd).int(move.inEnd);
  return bytes;
}

function sealTexts(voucher: VoucherToPost): void {
  bytes
    .text(voucher.summary)
    .text(voucher.docKind)
    .text(voucher.docId)
    .text(voucher.docHash ?? '');
  bytes
    .text(voucher.makerId)
    .text(voucher.checkerId ?? '')
    .text(voucher.approverId ?? '');
}

export function accountLeaf(...of: Parameters<typeof sealAccount>): string {
  return sealAccount(...of).sha256();
}

export function sealAccount(unionId: string, no: number, ref: AccountRef): Bytes {
  bytes.begin(DOMAIN.leaf, 'account').text(unionId).int(no);
  return sealAccountRef(ref);
}

export function potLeaf(...of: Parameters<typeof sealPot>): string {
  return sealPot(...of).sha256();
}

export function sealPot(unionId: string, no: number, ref: PotRef): Bytes {
  bytes.begin(DOMAIN.leaf, 'pot').text(unionId).int(no);
  return sealPotRef(ref);
}

function sealAccountRef({ code, partyId = '', project = '', mark = '' }: AccountRef): Bytes {
  return bytes.text(code).text(partyId).text(project).text(mark);
}

function sealPotRef({ kind, key, bank = '' }: PotRef): Bytes {
  return bytes.text(kind).text(key).text(bank);
}

export interface PeriodChange {
  no: number;
  period: string;
  change: 'CLOSED' | 'REOPENED';
  /** The last voucher before it. */
  afterNo: number;
  actorId: string;
  reason: string;
}

export function periodLeaf(...of: Parameters<typeof sealPeriod>): string {
  return sealPeriod(...of).sha256();
}

export function sealPeriod(unionId: string, change: PeriodChange, atMs: number): Bytes {
  bytes.begin(DOMAIN.leaf, 'period').text(unionId).int(change.no).text(change.period);
  bytes.text(change.change).int(change.afterNo).text(change.actorId).text(change.reason);
  return bytes.int(atMs);
}

export interface Sealed {
  body: string;
  hash: string;
}

/** The next block of a book's chain; `firstNo` is one above `lastNo` where it holds no voucher. */
export function sealBlock(
  book: { unionId: string; head: string },
  block: { no: number; firstNo: number; lastNo: number; postedMs: number },
  leaves: readonly string[],
): Sealed {
  bytes.begin(DOMAIN.body);
  for (const leaf of leaves) bytes.digest(leaf);
  const body = bytes.sha256();
  return { body, hash: sealBlockHead(book, block, body).sha256() };
}

export function sealBlockHead(
  { unionId, head }: { unionId: string; head: string },
  { no, firstNo, lastNo, postedMs }: Parameters<typeof sealBlock>[1],
  body: string,
): Bytes {
  bytes.begin(DOMAIN.block).text(unionId).int(no).int(firstNo).int(lastNo);
  return bytes.int(postedMs).digest(head).digest(body);
}

/** How a book stood, as the node signs it. */
export interface Checkpoint {
  node: string;
  unionId: string;
  blockNo: number;
  /** The hash of that block. */
  head: string;
  /** The last voucher under it. */
  lastNo: number;
  atMs: number;
}

export function sealCheckpoint({ node, unionId, blockNo, head, lastNo, atMs }: Checkpoint): Bytes {
  bytes.begin(DOMAIN.checkpoint, 'checkpoint').text(node).text(unionId).int(blockNo);
  return bytes.digest(head).int(lastNo).int(atMs);
}
