import type { ModelWorkerSubsidyWork } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { query } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import { LIVELIHOODS } from './care-policy.ts';
import { subsidyOf } from './subsidy.ts';

const KEY = 'care.living_lines';

/** With every figure that it comes from, so that a model worker can be shown the arithmetic. Nobody is named. */
export const workOutModelWorkerSubsidy = query({
  schema: z.strictObject({ livelihood: code(LIVELIHOODS), incomeFen: optionalFen, on: date }),
  permission: 'competitions.model-worker-subsidy.read',
  run(_, { livelihood, incomeFen, on }): Promise<ModelWorkerSubsidyWork> {
    const line = competitionsPolicy(KEY, on)[livelihood];
    const { differenceFen, subsidyFen } = subsidyOf(incomeFen, line);
    return Promise.resolve({
      livelihood,
      on,
      incomeFen: BigInt(incomeFen),
      lineFen: BigInt(line.lineFen),
      capFen: BigInt(line.capFen),
      differenceFen: BigInt(differenceFen),
      subsidyFen: BigInt(subsidyFen),
      orderedBy: orderOn(COMPETITIONS_POLICY, KEY, on),
    });
  },
});
