import type { AssessmentList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readAssessments } from './assessment.ts';

export const listAssessments = query({
  schema: z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(100) }),
  permission: 'finance.audit.read',
  unions: ({ unionId }) => (unionId === '' ? [] : [unionId]),
  async run({ sql }, ask): Promise<AssessmentList> {
    const items = await readAssessments(sql, ask);
    const full = items.length === ask.limit;
    return { items, nextCursor: full ? (items.at(-1)?.assessmentId ?? '') : '' };
  },
});
