import type { AllowanceWork } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { ALLOWANCE_KINDS } from '../allowance-policy.ts';
import { optionalFen } from '../amount.ts';
import { query } from '../pipeline.ts';
import { FINANCE_POLICY, financePolicy } from '../policy.ts';
import { subsidyOf } from './subsidy.ts';

const KEY = 'allowance.model_worker';

/** With every figure that it comes from, so that a model worker can be shown the arithmetic. Nobody is named. */
export const workOutAllowance = query({
  schema: z.strictObject({ kind: code(ALLOWANCE_KINDS), incomeFen: optionalFen, on: date }),
  permission: 'finance.allowance.read',
  run(_, { kind, incomeFen, on }): Promise<AllowanceWork> {
    const line = financePolicy(KEY, on)[kind];
    const { differenceFen, subsidyFen } = subsidyOf(incomeFen, line);
    return Promise.resolve({
      kind,
      on,
      incomeFen: BigInt(incomeFen),
      lineFen: BigInt(line.lineFen),
      capFen: BigInt(line.capFen),
      differenceFen: BigInt(differenceFen),
      subsidyFen: BigInt(subsidyFen),
      orderedBy: orderOn(FINANCE_POLICY, KEY, on),
    });
  },
});
