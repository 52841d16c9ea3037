// A file of the tax bureau is announced, with the deposit that its lines account for.
import type { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { FILE_BYTES_MAX } from '@gonglian/service/file-parts.ts';
import { z } from 'zod';
import { balanceFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { viewNow } from './collection.ts';
import { bank } from './fields.ts';

const BeginCollection = z.strictObject({
  fileName: z
    .string()
    .max(200, 'too_long')
    .regex(/^[^/\\\p{Cc}]+\.(xlsx|csv)$/iu, 'not_xlsx_or_csv'),
  sizeBytes: z.int().min(1, 'required').max(FILE_BYTES_MAX, 'too_large'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not_sha256_hex'),
  totalFen: balanceFen, // of adjustments alone it is below zero
  bank,
});

/** Answers duplicate COLLECTION_KNOWN for a file that was brought before. */
export const beginCollection = command({
  schema: BeginCollection,
  permission: 'finance.collection.write',
  async run({ sql, actor, now }, ask): Promise<Collection> {
    const collectionId = newId();
    const begun = await sql`
      insert into collection (id, created_by, file_name, size_bytes, sha256, total_fen, bank, state,
        created_at, touched_at)
      values (${collectionId}, ${actor.id}, ${ask.fileName}, ${ask.sizeBytes}, ${ask.sha256},
        ${ask.totalFen}, ${ask.bank}, 'UPLOADING', ${now}, ${now})
      on conflict (sha256) where state not in ('FAILED', 'CANCELLED') do nothing
      returning id`;
    if (begun.length === 0) {
      const [known] = await sql<{ id: string }>`
        select id from collection
        where sha256 = ${ask.sha256} and state not in ('FAILED', 'CANCELLED')`;
      throw duplicate('COLLECTION_KNOWN', { collectionId: known?.id ?? '' });
    }
    return viewNow(sql, collectionId);
  },
});
