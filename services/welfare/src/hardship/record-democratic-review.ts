import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { count } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep, fileStep, viewNow, writeStep } from './hardship-file.ts';
import { decidePeers } from './steps.ts';

const { fileId, expectedVersion, happenedOn } = fileStep;

/** His colleagues say whether he is in need; of what they say only the counts are kept. */
export const recordDemocraticReview = command({
  schema: z.strictObject({
    fileId,
    expectedVersion,
    happenedOn,
    presentCount: count,
    agreedCount: count,
    againstCount: count,
    abstainedCount: count,
  }),
  permission: 'welfare.hardship.write',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'PEER_REVIEW', ask);
    decidePeers(ask, welfarePolicy('hardship.peers', ask.happenedOn));
    await writeStep(tx, file, {
      step: 'PEER_REVIEW',
      state,
      happenedOn: ask.happenedOn,
      votes: ask,
    });
    return viewNow(tx, file.fileId);
  },
});
