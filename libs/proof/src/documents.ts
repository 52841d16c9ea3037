// The documents that a package names: of two packages of one node, and of a package and a folder of files.
import { Cursor, Malformed } from './cursor.ts';
import type { Finding } from './finding.ts';
import { FRAME_HEAD, HASH_BYTES } from './layout.ts';
import { readDocument, type DocumentRecord } from './records.ts';

export interface PackageDocument extends DocumentRecord {
  /** Its number within the book. */
  no: number;
  bodyAt: number;
}

type Named = Pick<DocumentRecord, 'kind' | 'id' | 'place'>;

/** Kind, record, and the place within it where there are several. */
export function nameOf({ kind, id, place }: Named): string {
  return [kind, id, place].filter(Boolean).join(' ');
}

/** Undefined where the record cannot be read. */
export function nameOfDocument(content: Buffer): string | undefined {
  try {
    return nameOf(readDocument(new Cursor(content)));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return undefined;
  }
}

const keyOf = (one: DocumentRecord): string => `${one.unionId} ${nameOf(one)}`;

/** A node keeps what it was given: each document of the older package is in the new one, with the same hash. */
export function* compareDocuments(
  old: readonly PackageDocument[],
  now: readonly PackageDocument[],
): Generator<Finding> {
  const known = new Map(now.map((one) => [keyOf(one), one]));
  for (const was of old) {
    const is = known.get(keyOf(was));
    const { unionId } = was;
    const record = { kind: 'document' as const, no: is?.no ?? was.no, name: nameOf(was) };
    if (!is) yield { code: 'SINCE_DOCUMENT_MISSING', unionId, record, follows: was.sha256 };
    else if (is.sha256 !== was.sha256)
      yield { code: 'SINCE_DOCUMENT_DIFFERS', unionId, record, ...hashes(is, was) };
  }
}

/** What the hashes are, and the first byte in which they differ. */
function hashes(is: PackageDocument, was: PackageDocument): Partial<Finding> {
  const said = { field: 'sha256', says: is.sha256, follows: was.sha256 };
  if (is.hashAt === -1) return said;
  const [now, before] = [Buffer.from(is.sha256, 'hex'), Buffer.from(was.sha256, 'hex')];
  const first = now.findIndex((byte, n) => byte !== before[n]);
  const bodyAt = is.bodyAt + FRAME_HEAD + is.hashAt + first;
  const bytes = { is: now[first] ?? 0, was: before[first] ?? 0 };
  const length = HASH_BYTES - first;
  const spot = { region: 'body', kind: 'range', at: 0, bodyAt, length, ...bytes } as const;
  return { ...said, bodyAt, spot };
}
