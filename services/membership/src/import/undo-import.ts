// An import that should not have been is taken back, while it is young.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { command } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { lockStep, moveTo, viewNow } from './import-job.ts';
import { decideUndo } from './import-state.ts';
import { ImportStepAsk } from './import-step.ts';

/** By whoever does imports of the union: it may be found out when the one who did it has gone home. */
export const undoImport = command({
  schema: ImportStepAsk,
  permission: 'membership.import.write',
  async run(tx, ask): Promise<Import> {
    const { sql, now } = tx;
    const job = await lockStep(tx, ask, 'any');
    const doneAt = job.doneAt === null ? null : new Date(job.doneAt);
    const hours = membershipPolicy('import.undo_hours', chinaDate(doneAt ?? now));
    await moveTo(sql, job.id, decideUndo({ state: job.state, doneAt }, now, hours), now);
    return viewNow(sql, job.id);
  },
});
