// A part of the file arrives: in any order, as often as the line breaks.
import type { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { id } from '@gonglian/service/fields.ts';
import { decidePart, PART_BYTES_MAX, PARTS_MAX } from '@gonglian/service/file-parts.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { sealPart } from './collection-parts.ts';
import { decideStep } from './collection-state.ts';
import { lockRow, viewNow } from './collection.ts';

const PutCollectionPart = z.strictObject({
  collectionId: id,
  partNo: z.int().min(1, 'required').max(PARTS_MAX, 'too_large'),
  content: z.custom<Buffer>(
    (bytes) => Buffer.isBuffer(bytes) && bytes.length > 0 && bytes.length <= PART_BYTES_MAX,
    'between_1_byte_and_2_mib',
  ),
});

/** Refused COLLECTION_STATE_WRONG, IMPORT_PART_WRONG. */
export const putCollectionPart = command({
  schema: PutCollectionPart,
  permission: 'finance.collection.write',
  async run({ sql, own, now }, { collectionId, partNo, content }): Promise<Collection> {
    const { state, sizeBytes } = await lockRow(sql, collectionId);
    decideStep(state, 'receive');
    const parts = await sql<{ no: number; sizeBytes: number; sha256: string }>`
      select no, size_bytes as "sizeBytes", sha256 from collection_part
      where collection_id = ${collectionId}`;
    const part = { sizeBytes: content.length, sha256: sha256Hex(content) };
    const known = parts.find(({ no }) => no === partNo);
    const receivedBytes = parts.reduce((sum, one) => sum + one.sizeBytes, 0);
    if (decidePart(part, known, { sizeBytes, receivedBytes }) === 'new') {
      await sql`
        insert into collection_part (collection_id, no, size_bytes, sha256, content)
        values (${collectionId}, ${partNo}, ${part.sizeBytes}, ${part.sha256},
          ${sealPart(own.vault, collectionId, partNo, content)})`;
      await sql`update collection set touched_at = ${now} where id = ${collectionId}`;
    }
    return viewNow(sql, collectionId);
  },
});
