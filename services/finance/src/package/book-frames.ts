// The frames of a book in an audit package (docs/audit-package.md): what is hashed, as it was hashed, under its hash.
import { DOCUMENT_FORM, frame, TAG, type Tag } from '@gonglian/proof/layout.ts';
import { Bytes, DOMAIN } from '../ledger/canonical.ts';

const bytes = new Bytes();

/** Account, pot, voucher, change of a period: the leaf and what it is the hash of. A block: the same. */
export function recordFrame(tag: Tag, hash: Uint8Array, content: Uint8Array): Buffer {
  return frame(tag, hash, content);
}

export function checkpointFrame(
  publicKey: Uint8Array,
  signature: Uint8Array,
  content: Uint8Array,
): Buffer {
  return frame(TAG.checkpoint, publicKey, signature, content);
}

export function bookFrame(unionId: string, accountSet: string): Buffer {
  bytes.begin(DOMAIN.index, 'book').text(unionId).text(accountSet);
  return frame(TAG.book, bytes.copy());
}

/** A file that finance has kept the hash of. */
export interface KeptDocument {
  kind: string;
  /** The record that names it. */
  id: string;
  /** Which of several of that record; empty where there is one. */
  place: string;
  sha256: string;
}

export function documentFrame(unionId: string, one: KeptDocument): Buffer {
  bytes.begin(DOMAIN.index, 'document').text(unionId).text(one.kind).text(one.id).text(one.place);
  const content = bytes.digest(one.sha256).copy();
  content[1] = DOCUMENT_FORM;
  return frame(TAG.document, content);
}

/** What a book has of each, so that none can be left out. */
export interface Counts {
  blocks: number;
  vouchers: number;
  accounts: number;
  pots: number;
  periods: number;
  checkpoints: number;
  documents: number;
}

export function endFrame(unionId: string, counts: Counts, head: string): Buffer {
  bytes.begin(DOMAIN.index, 'end').text(unionId).int(counts.blocks).int(counts.vouchers);
  bytes.int(counts.accounts).int(counts.pots).int(counts.periods).int(counts.checkpoints);
  bytes.int(counts.documents).digest(head);
  return frame(TAG.end, bytes.copy());
}
