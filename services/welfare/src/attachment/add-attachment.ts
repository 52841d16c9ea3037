// A paper comes in: read as a stranger's, written anew, sealed, and only then kept.
import type { Attachment } from '@gonglian/contracts/gen/gonglian/welfare/v1/attachment.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalId, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { findAttachments, paperPlace, readAttachment, RECORD_KINDS } from './attachment.ts';
import { readPaper } from './paper.ts';

/** What any request of the gateway can carry; the policy says how much of it a paper may be. */
const CONTENT_BYTES_MAX = 4 * 1024 * 1024;

const AddAttachment = z.strictObject({
  /** Empty for a member, whose union is his duty's. */
  unionId: optionalId,
  recordKind: code(RECORD_KINDS),
  recordId: id,
  /** What the paper is, such as 诊断证明. */
  kind: text(40),
  content: z.custom<Buffer>(
    (bytes) => Buffer.isBuffer(bytes) && bytes.length > 0 && bytes.length <= CONTENT_BYTES_MAX,
    'between_1_byte_and_4_mib',
  ),
});

/** Refused as readPaper says, and PAPERS_TOO_MANY; STORE_UNAVAILABLE where it cannot be kept now. */
export const addAttachment = command({
  schema: AddAttachment,
  permission: 'welfare.attachment.add',
  unions: ({ unionId }) => [unionId],
  async prepare({ own, now }, { content }) {
    const paper = await readPaper(content, welfarePolicy('paper.bounds', chinaDate(now)));
    const attachmentId = newId();
    const sealed = own.vault.seal(paper.content.toString('base64'), paperPlace(attachmentId));
    return { ...paper, attachmentId, sealed };
  },
  async run({ sql, own, actor, now }, ask, paper): Promise<Attachment> {
    const self = actor.duty === 'member';
    const unionId = self ? actor.scope : ask.unionId;
    if (unionId === '' || (self && actor.member === '')) throw notFound('UNION_UNKNOWN');
    const { recordKind, recordId, kind } = ask;
    const papersMax = welfarePolicy('paper.papers_max', chinaDate(now));
    const known = await findAttachments(sql, { recordKind, recordId, limit: papersMax });
    if (known.length >= papersMax) throw refused('PAPERS_TOO_MANY', { papersMax });
    const { attachmentId, mediaType, content, sealed } = paper;
    await sql`
      insert into attachment (attachment_id, union_id, record_kind, record_id, kind, media_type, size_bytes, sha256,
        made_by, member_id, made_at)
      values (${attachmentId}, ${unionId}, ${recordKind}, ${recordId}, ${kind}, ${mediaType}, ${content.length},
        ${sha256Hex(content)}, ${actor.id}, ${self ? actor.member : null}, ${now})`;
    // After the row, which is refused of a union out of reach, and before it stands: a row without its paper would be a loss.
    await own.store.put(attachmentId, sealed);
    return readAttachment(sql, attachmentId);
  },
});
