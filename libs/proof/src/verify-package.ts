// A package, from its last byte to its first: what is not as the node signed it, and what does not follow.
import type { BookHead } from './book-head.ts';
import { BookCheck } from './check-book.ts';
import { firstDifference } from './compare-books.ts';
import { Cursor } from './cursor.ts';
import { compareDocuments, nameOfDocument, type PackageDocument } from './documents.ts';
import type { Finding } from './finding.ts';
import { framesOf, type Frame } from './frames.ts';
import { fileOffset, FRAME_HEAD, TAG } from './layout.ts';
import { openBody, type Body } from './read-body.ts';
import { readSeal, type Sealed } from './read-seal.ts';
import { fieldAt, KINDS, readBook } from './records.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

export interface Verification {
  ok: boolean;
  node: string;
  madeAt: string;
  /** 64 hexadecimal digits; empty where the end of the package is missing. */
  key: string;
  /** Whether it is the key that the verifier was given. */
  keyCompared: boolean;
  bytes: number;
  books: BookHead[];
  /** Files whose hashes are in it, in the order of the package. */
  documents: PackageDocument[];
  /** In the order in which they were found, the first ones of them. */
  findings: Finding[];
  findingCount: number;
}

export interface Against {
  /** The node's key as the verifier has it from elsewhere. */
  key?: Buffer | undefined;
  /** An older package of the same node: the new one must go on from it. */
  since?: Source | undefined;
}

const FINDINGS_MAX = 20;

export function verifyPackage(source: Source, { key, since }: Against = {}): Verification {
  const old = since && verifyPackage(since, { key });
  const sealed = readSeal(source);
  const found = new Findings();
  if (!sealed) found.tell(noEnd(source));
  else tellSeal(sealed, key, found);
  if (old) tellOld(old, sealed, found);
  const known = new Map(old?.books.map((book) => [book.unionId, book]));
  const documents: PackageDocument[] = [];
  const books = readBooks(openBody(source, sealed), { sealed, known, documents }, found);
  if (old) tellSince(known, books, found);
  if (old) for (const told of compareDocuments(old.documents, documents)) found.tell(told);
  if (since) found.nameDifferences(since, source);
  const { node = '', madeAt = '' } = sealed?.manifest ?? {};
  return {
    ok: found.count === 0,
    node,
    madeAt,
    key: sealed?.key.toString('hex') ?? '',
    keyCompared: key !== undefined,
    bytes: source.size,
    books,
    documents,
    findings: found.list,
    findingCount: found.count,
  };
}

class Findings {
  readonly list: Finding[] = [];
  count = 0;
  readonly tell = (finding: Finding): void => {
    this.count += 1;
    if (this.list.length < FINDINGS_MAX) this.list.push(placed(finding));
  };

  /** Of a book that is not as in the older package, the first record that is not. */
  nameDifferences(since: Source, source: Source): void {
    for (const [n, { code, unionId }] of this.list.entries()) {
      if (code !== 'SINCE_DIFFERS' || unionId === undefined) continue;
      this.list[n] = firstDifference(since, source, unionId) ?? { code, unionId };
    }
  }
}

/** By the place in the file, which is the one an outsider can look at. */
function placed(finding: Finding): Finding {
  const { spot, bodyAt } = finding;
  if (spot?.bodyAt === undefined || spot.at !== 0 || bodyAt === undefined) return finding;
  return { ...finding, spot: { ...spot, at: fileOffset(spot.bodyAt) } };
}

function noEnd({ size }: Source): Finding {
  return { code: 'NO_END', spot: { region: 'seal', kind: 'cut', at: size, length: 0 } };
}

function tellSeal(sealed: Sealed, key: Buffer | undefined, found: Findings): void {
  for (const spot of sealed.spots) found.tell({ code: 'BYTES_DIFFER', spot });
  if (!sealed.signed) found.tell({ code: 'SIGNATURE_WRONG' });
  if (key && !key.equals(sealed.key)) {
    const says = sealed.key.toString('hex');
    found.tell({ code: 'KEY_OTHER', says, follows: key.toString('hex') });
  }
}

interface Reading {
  sealed: Sealed | undefined;
  /** How the books stood in the older package. */
  known: ReadonlyMap<string, BookHead>;
  /** Filled with those that are in it. */
  documents: PackageDocument[];
}

function readBooks(body: Body, { sealed, known, documents }: Reading, found: Findings): BookHead[] {
  const books: BookHead[] = [];
  const spots = new NamedSpots(body, found);
  const around = {
    node: sealed?.manifest.node,
    key: sealed?.key,
    tell: found.tell,
    reread: body.reread.bind(body),
    document: (one: PackageDocument) => void documents.push(one),
  };
  let book: BookCheck | undefined;
  for (const frame of framesOf(body, found.tell)) {
    spots.name(frame, book);
    if (frame.tag === TAG.readme) continue;
    if (book) book.take(frame);
    else if (frame.tag === TAG.book) {
      const { unionId } = readBook(new Cursor(frame.content));
      book = new BookCheck(unionId, { ...around, since: known.get(unionId) });
    } else found.tell({ code: 'FRAME_UNREADABLE', bodyAt: frame.at });
    if (!book?.ended) continue;
    books.push(book.standing);
    book = undefined;
  }
  spots.rest();
  // Where the end is missing, that it ends within a book is no news.
  if (book) books.push(book.standing);
  if (book && sealed) found.tell({ code: 'BOOK_END', unionId: book.unionId });
  if (body.rootRight === false) found.tell({ code: 'LIST_REPLACED' });
  return books;
}

/** Says of each damaged place which record it lies in. */
class NamedSpots {
  readonly #body: Body;
  readonly #found: Findings;
  #told = 0;

  constructor(body: Body, found: Findings) {
    this.#body = body;
    this.#found = found;
  }

  name(frame: Frame, book: BookCheck | undefined): void {
    const { spots } = this.#body;
    while (this.#told < spots.length) {
      const spot = spots[this.#told] as Spot;
      const at = spot.bodyAt ?? -1;
      const end = frame.at + FRAME_HEAD + frame.content.length;
      if (at >= end) return;
      this.#told += 1;
      const inFrame = at >= frame.at || (spot.kind === 'range' && at + spot.length > frame.at);
      const named = inFrame ? nameOf(frame, book, at) : {};
      this.#found.tell({ code: 'BYTES_DIFFER', spot, ...named });
    }
  }

  rest(): void {
    for (const spot of this.#body.spots.slice(this.#told))
      this.#found.tell({ code: 'BYTES_DIFFER', spot });
  }
}

function nameOf(frame: Frame, book: BookCheck | undefined, at: number): Partial<Finding> {
  const inContent = at - frame.at - FRAME_HEAD;
  const field = inContent < 0 ? 'frame' : fieldAt(frame.tag, frame.content, inContent);
  const no = book?.nextNo(frame.tag) ?? 0;
  const name = frame.tag === TAG.document ? nameOfDocument(frame.content) : undefined;
  const record = { kind: KINDS[frame.tag], no, ...(name === undefined ? {} : { name }) };
  return { record, field, ...(book ? { unionId: book.unionId } : {}) };
}

function tellOld(old: Verification, sealed: Sealed | undefined, found: Findings): void {
  if (!old.ok) found.tell({ code: 'SINCE_OLD_WRONG', says: String(old.findingCount) });
  if (!sealed) return;
  const { manifest, key } = sealed;
  if (manifest.node !== old.node)
    found.tell({ code: 'SINCE_OTHER_NODE', says: manifest.node, follows: old.node });
  if (key.toString('hex') !== old.key)
    found.tell({ code: 'SINCE_OTHER_KEY', says: key.toString('hex'), follows: old.key });
}

/** Each book of the older package goes on in the new one. */
function tellSince(
  known: ReadonlyMap<string, BookHead>,
  books: readonly BookHead[],
  found: Findings,
): void {
  for (const { unionId, blockNo } of known.values()) {
    const now = books.find((one) => one.unionId === unionId);
    if (!now) found.tell({ code: 'SINCE_BOOK_MISSING', unionId });
    else if (now.blockNo < blockNo) {
      const numbers = { says: String(now.blockNo), follows: String(blockNo) };
      found.tell({ code: 'SINCE_SHORTER', unionId, ...numbers });
    }
  }
}
