// What was read is right: the lines go into the books, by the chunk.
import type { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { command } from '../pipeline.ts';
import { decideStep } from './collection-state.ts';
import { CollectionStepAsk, lockStep, moveTo, viewNow } from './collection.ts';

export const postCollection = command({
  schema: CollectionStepAsk,
  permission: 'finance.collection.write',
  async run({ sql, actor, now }, ask): Promise<Collection> {
    const row = await lockStep(sql, ask);
    await moveTo(sql, row.id, decideStep(row.state, 'post'), now);
    await sql`update collection set posted_by = ${actor.id} where id = ${row.id}`;
    return viewNow(sql, row.id);
  },
});
