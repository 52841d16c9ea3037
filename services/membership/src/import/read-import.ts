// All parts are there: the file is what was announced, and the service begins to read it.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { command } from '../pipeline.ts';
import { lockStep, moveTo, viewNow } from './import-job.ts';
import { requireFile } from './import-parts.ts';
import { decideStep } from './import-state.ts';
import { ImportStepAsk } from './import-step.ts';

/** Refused IMPORT_STATE_WRONG, IMPORT_PARTS_MISSING, IMPORT_HASH_WRONG. */
export const readImport = command({
  schema: ImportStepAsk,
  permission: 'membership.import.write',
  async run(tx, ask): Promise<Import> {
    const job = await lockStep(tx, ask);
    const next = decideStep(job.state, 'read');
    await requireFile(tx.sql, tx.own.vault, job);
    await moveTo(tx.sql, job.id, next, tx.now);
    return viewNow(tx.sql, job.id);
  },
});
