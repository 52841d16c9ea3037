import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep, fileStep, viewNow, writeStep } from './hardship-file.ts';
import { decideVisitors } from './steps.ts';

const VISITORS_MAX = 10;

/** Two different ones went, and neither is of the household. */
export const recordHomeVisit = command({
  schema: z.strictObject({
    ...fileStep,
    visitorIds: z.array(text(100)).max(VISITORS_MAX, 'too_many'),
  }),
  permission: 'welfare.hardship.write',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'VISIT', ask);
    decideVisitors(ask.visitorIds, {
      min: welfarePolicy('hardship.visitors_min', ask.happenedOn),
      memberIds: file.memberId === null ? [] : [file.memberId],
    });
    await writeStep(tx, file, { ...ask, step: 'VISIT', state });
    return viewNow(tx, file.fileId);
  },
});
