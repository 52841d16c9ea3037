// The rows that are in order join, by the chunk.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { command } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { lockStep, moveTo, viewNow } from './import-job.ts';
import { decideStep } from './import-state.ts';
import { ImportStepAsk } from './import-step.ts';

export const commitImport = command({
  schema: ImportStepAsk,
  permission: 'membership.import.write',
  async run(tx, ask): Promise<Import> {
    const { sql, now } = tx;
    const job = await lockStep(tx, ask);
    const next = decideStep(job.state, 'commit');
    requireAdmitting(await findUnion(sql, job.unionId), job.unionId);
    await moveTo(sql, job.id, next, now);
    // Who is a member already is counted again as the rows are taken: by then it may be somebody else.
    await sql`update import_job set rows_unchanged = 0 where id = ${job.id}`;
    return viewNow(sql, job.id);
  },
});
