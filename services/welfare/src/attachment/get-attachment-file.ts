// The paper itself: each time somebody takes it, it is written down before the first byte.
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import type { Attachment } from '@gonglian/contracts/gen/gonglian/welfare/v1/attachment.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { code, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { download, type Reading } from '../pipeline.ts';
import { paperPlace, readAttachment } from './attachment.ts';

/** A reader who has to wait for a piece waits for this much. */
const PIECE_BYTES = 256 * 1024;
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
};

interface Why {
  reasonCode: string;
  reason: string;
}

export const getAttachmentFile = download({
  schema: z.strictObject({
    attachmentId: id,
    reasonCode: code(['HOME_VISIT', 'REVIEW', 'VERIFICATION', 'RELIEF', 'INQUIRY', 'OWN']),
    reason: text(200),
  }),
  permission: 'welfare.attachment.take',
  async *run(read, { attachmentId, ...why }) {
    const { row, own } = await read((tx) => takeOut(tx, attachmentId, why));
    const sealed = await own.store.get(attachmentId);
    const content = Buffer.from(own.vault.open(sealed, paperPlace(attachmentId)), 'base64');
    if (sha256Hex(content) !== row.sha256) throw refused('ATTACHMENT_CHANGED');
    const { mediaType } = row;
    const fileName = `${attachmentId}.${ENDINGS[mediaType] ?? 'bin'}`;
    yield FileChunk.fromPartial({ fileName, mediaType });
    for (let at = 0; at < content.length; at += PIECE_BYTES) {
      const piece = content.subarray(at, at + PIECE_BYTES);
      yield { fileName: '', mediaType: '', content: piece };
    }
  },
});

async function takeOut(
  tx: Reading,
  attachmentId: string,
  why: Why,
): Promise<{ row: Attachment; own: Reading['own'] }> {
  const row = await readAttachment(tx.sql, attachmentId);
  const how = tx.actor.duty === 'member' ? 'self' : 'reveal';
  const { unionId, kind } = row;
  const seen = {
    entity: 'attachment',
    entityId: attachmentId,
    unionId,
    fields: [kind],
    how,
  } as const;
  await logAccess(tx, [{ ...seen, ...why }]);
  return { row, own: tx.own };
}
