// A PDF that is a page and nothing more: none that runs something, opens something or carries another file (ISO 32000).
import { inflateSync } from 'node:zlib';
import { refused } from '@gonglian/kernel/refusal.ts';

/** Names behind which something happens, or lies. Looked for wherever they stand: a page needs none of them. */
const ACTIVE: ReadonlySet<string> = new Set(
  (
    'JavaScript OpenAction Launch SubmitForm ImportData GoToE GoToR Rendition OnInstantiate EmbeddedFile ' +
    'EmbeddedFiles Filespec RichMedia XFA Movie Sound'
  ).split(' '),
);
/** So short that pictures have them by chance; each needs one of those above to do anything. */
const SHORT: ReadonlySet<string> = new Set(['JS', 'AA', '3D']);
const STREAMS_MAX = 20_000;
/** Of all streams that hold objects together; a bomb ends here. */
const OBJECT_BYTES_MAX = 32 * 1024 * 1024;

/** Refused PAPER_ACTIVE, PAPER_LOCKED for one that cannot be looked into, PAPER_BROKEN. */
export function requireDeadPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  requireNone(text, ACTIVE);
  requireNone(text.replaceAll(/stream\r?\n[^]*?endstream/g, ''), SHORT);
  for (const objects of objectStreams(bytes, text)) {
    requireNone(objects, ACTIVE);
    requireNone(objects, SHORT);
  }
}

function requireNone(text: string, names: ReadonlySet<string>): void {
  for (const [, raw = ''] of text.matchAll(/\/([^\s/<>[\](){}%]+)/g)) {
    // A name may hide letters as #4A.
    const name = raw.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (name === 'Encrypt') throw refused('PAPER_LOCKED');
    if (names.has(name)) throw refused('PAPER_ACTIVE', { name });
  }
}

/** Objects may be packed: what is inside is looked at too. */
function* objectStreams(bytes: Buffer, text: string): Generator<string> {
  let left = OBJECT_BYTES_MAX;
  let n = 0;
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(match.index - 3, match.index) === 'end') continue;
    n += 1;
    if (n > STREAMS_MAX) throw refused('PAPER_BROKEN');
    const dictionary = text.slice(text.lastIndexOf(' obj', match.index), match.index);
    if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) continue;
    const from = match.index + match[0].length;
    const to = text.indexOf('endstream', from);
    if (to < 0) throw refused('PAPER_BROKEN');
    const objects = inflated(dictionary, bytes.subarray(from, to), left);
    left -= objects.length;
    yield objects.toString('latin1');
  }
}

function inflated(dictionary: string, packed: Buffer, bytesMax: number): Buffer {
  const filters = [...dictionary.matchAll(/\/(\w+Decode)\b/g)].map(([, name]) => name);
  if (filters.length === 0) return packed;
  // Packed in another way, or twice, it cannot be looked into.
  if (filters.length > 1 || filters[0] !== 'FlateDecode') throw refused('PAPER_LOCKED');
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, bytesMax) });
  } catch (cause) {
    throw refused('PAPER_BROKEN', {}, { cause });
  }
}
