// Nothing of the file is taken; what was read of it goes.
import type { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { command } from '../pipeline.ts';
import { dropChunks } from './collection-chunks.ts';
import { decideStep } from './collection-state.ts';
import { CollectionStepAsk, lockStep, moveTo, viewNow } from './collection.ts';

export const cancelCollection = command({
  schema: CollectionStepAsk,
  permission: 'finance.collection.write',
  async run({ sql, now }, ask): Promise<Collection> {
    const row = await lockStep(sql, ask);
    await moveTo(sql, row.id, decideStep(row.state, 'cancel'), now);
    await dropChunks(sql, row.id);
    await sql`delete from collection_part where collection_id = ${row.id}`;
    return viewNow(sql, row.id);
  },
});
