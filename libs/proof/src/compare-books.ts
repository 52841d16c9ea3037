// Two packages that do not hold the same history: the first record in which a book differs.
import type { Finding } from './finding.ts';
import { framesOf, type Frame } from './frames.ts';
import { FRAME_HEAD, fileOffset, TAG } from './layout.ts';
import { openBody } from './read-body.ts';
import { readSeal } from './read-seal.ts';
import { Cursor } from './cursor.ts';
import { BEFORE, fieldAt, KINDS, readBook } from './records.ts';
import type { Source } from './source.ts';

/** Undefined where the older one is the beginning of the new one. */
export function firstDifference(old: Source, now: Source, unionId: string): Finding | undefined {
  const before = recordsOf(old, unionId);
  const counts = new Map<string, number>();
  for (const frame of recordsOf(now, unionId)) {
    const other = before.next();
    if (other.done) return undefined;
    const no = (counts.get(frame.tag) ?? 0) + 1;
    counts.set(frame.tag, no);
    const same = frame.tag === other.value.tag && frame.content.equals(other.value.content);
    if (!same) return differing(frame, other.value, unionId, no);
  }
  return undefined;
}

/** What is under the chain: the rest may differ. */
const CHAINED: ReadonlySet<string> = new Set([
  TAG.account,
  TAG.pot,
  TAG.voucher,
  TAG.period,
  TAG.block,
]);

function* recordsOf(source: Source, unionId: string): Generator<Frame> {
  let inside = false;
  for (const frame of framesOf(openBody(source, readSeal(source)), () => undefined)) {
    if (frame.tag === TAG.book) inside = readBook(new Cursor(frame.content)).unionId === unionId;
    if (inside && CHAINED.has(frame.tag)) yield frame;
  }
}

function differing(frame: Frame, other: Frame, unionId: string, no: number): Finding {
  const { tag, content } = frame;
  const record = { kind: KINDS[tag], no };
  // A hash differs from its first byte on; what it is the hash of says more.
  const from = (BEFORE[tag] ?? []).reduce((sum, [, length]) => sum + length, 0);
  const most = Math.max(content.length, other.content.length);
  let first = from;
  while (first < most && content[first] === other.content[first]) first += 1;
  const bodyAt = frame.at + FRAME_HEAD + first;
  const place = { region: 'body', at: fileOffset(bodyAt), bodyAt } as const;
  const [is, was] = [content[first], other.content[first]];
  const bytes = { ...(is === undefined ? {} : { is }), ...(was === undefined ? {} : { was }) };
  const spot = { ...place, kind: 'range', length: content.length - first, ...bytes } as const;
  return {
    code: 'SINCE_DIFFERS',
    unionId,
    record,
    field: fieldAt(tag, content, first),
    bodyAt,
    spot,
  };
}
