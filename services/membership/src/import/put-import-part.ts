// A part of the file arrives: in any order, as often as the line breaks.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { id } from '@gonglian/service/fields.ts';
import { decidePart, PART_BYTES_MAX, PARTS_MAX } from '@gonglian/service/file-parts.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { importView, lockJob } from './import-job.ts';
import { sealPart } from './import-parts.ts';
import { decideStep } from './import-state.ts';

const PutImportPart = z.strictObject({
  importId: id,
  partNo: z.int().min(1, 'required').max(PARTS_MAX, 'too_large'),
  content: z.custom<Buffer>(
    (bytes) => Buffer.isBuffer(bytes) && bytes.length > 0 && bytes.length <= PART_BYTES_MAX,
    'between_1_byte_and_2_mib',
  ),
});

export const putImportPart = command({
  schema: PutImportPart,
  permission: 'membership.import.write',
  async run({ sql, own, actor, now }, { importId, partNo, content }): Promise<Import> {
    const job = await lockJob(sql, importId, actor.id);
    decideStep(job.state, 'receive');
    const parts = await sql<{ no: number; sizeBytes: number; sha256: string }>`
      select no, size_bytes as "sizeBytes", sha256 from import_part where import_id = ${importId}`;
    const part = { sizeBytes: content.length, sha256: sha256Hex(content) };
    const known = parts.find(({ no }) => no === partNo);
    const receivedBytes = parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const received = decidePart(part, known, { sizeBytes: job.sizeBytes, receivedBytes });
    if (received === 'same') return importView(job);
    await sql`
      insert into import_part (import_id, no, size_bytes, sha256, content)
      values (${importId}, ${partNo}, ${part.sizeBytes}, ${part.sha256},
        ${sealPart(own.vault, importId, partNo, content)})`;
    await sql`update import_job set touched_at = ${now} where id = ${importId}`;
    return importView({ ...job, partsReceived: job.partsReceived + 1 });
  },
});
