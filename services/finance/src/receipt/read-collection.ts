// All parts are there: the file is what was announced, and the service begins to read it.
import type { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { command } from '../pipeline.ts';
import { requireFile } from './collection-parts.ts';
import { decideStep } from './collection-state.ts';
import { CollectionStepAsk, lockStep, moveTo, viewNow } from './collection.ts';

/** Refused COLLECTION_STATE_WRONG, IMPORT_PARTS_MISSING, IMPORT_HASH_WRONG. */
export const readCollection = command({
  schema: CollectionStepAsk,
  permission: 'finance.collection.write',
  async run({ sql, own, now }, ask): Promise<Collection> {
    const row = await lockStep(sql, ask);
    const next = decideStep(row.state, 'read');
    await requireFile(sql, own.vault, row);
    await moveTo(sql, row.id, next, now);
    return viewNow(sql, row.id);
  },
});
