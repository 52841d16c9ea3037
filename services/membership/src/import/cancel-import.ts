// An import is given up before anybody has joined by it.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { command } from '../pipeline.ts';
import { lockStep, moveTo, viewNow } from './import-job.ts';
import { decideStep } from './import-state.ts';
import { ImportStepAsk } from './import-step.ts';

/** By whoever does imports of the union: one that was left lying must not stay so. */
export const cancelImport = command({
  schema: ImportStepAsk,
  permission: 'membership.import.write',
  async run(tx, ask): Promise<Import> {
    const { sql, now } = tx;
    const job = await lockStep(tx, ask, 'any');
    const next = decideStep(job.state, 'cancel');
    await sql`delete from import_chunk where import_id = ${job.id}`;
    await moveTo(sql, job.id, next, now);
    return viewNow(sql, job.id);
  },
});
