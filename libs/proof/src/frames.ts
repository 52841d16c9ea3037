// The frames of a body, one after another.
import type { Finding } from './finding.ts';
import { FRAME_HEAD, FRAME_MAX, MAGIC, TAGS, type Tag } from './layout.ts';
import type { Body } from './read-body.ts';

export interface Frame {
  tag: Tag;
  /** Where it begins, in the body. */
  at: number;
  content: Buffer;
}

/** Ends where the body ends; what cannot be a frame is told and ends it too. */
export function* framesOf(body: Body, tell: (finding: Finding) => void): Generator<Frame> {
  let bytes: Buffer = Buffer.alloc(0);
  let bytesAt = 0;
  let at = 0;
  let begun = false;
  for (const sheet of body.sheets()) {
    bytes = at === bytes.length ? sheet.bytes : Buffer.concat([bytes.subarray(at), sheet.bytes]);
    bytesAt = sheet.bodyAt + sheet.bytes.length - bytes.length;
    at = 0;
    if (!begun) {
      if (!bytes.subarray(0, MAGIC.length).equals(MAGIC))
        return tell({ code: 'NOT_A_PACKAGE', bodyAt: 0 });
      begun = true;
      at = MAGIC.length;
    }
    while (at + FRAME_HEAD <= bytes.length) {
      const tag = String.fromCharCode(bytes[at] ?? 0);
      const length = bytes.readUInt32BE(at + 1);
      if (!TAGS.has(tag) || length > FRAME_MAX)
        return tell({ code: 'FRAME_UNREADABLE', bodyAt: bytesAt + at });
      if (at + FRAME_HEAD + length > bytes.length) break;
      const content = bytes.subarray(at + FRAME_HEAD, at + FRAME_HEAD + length);
      yield { tag: tag as Tag, at: bytesAt + at, content };
      at += FRAME_HEAD + length;
    }
  }
  if (at < bytes.length) tell({ code: 'FRAME_CUT_OFF', bodyAt: bytesAt + at });
}
