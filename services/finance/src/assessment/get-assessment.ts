import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readAssessment } from './assessment.ts';

export const getAssessment = query({
  schema: z.strictObject({ assessmentId: id }),
  permission: 'finance.audit.read',
  run: ({ sql }, { assessmentId }) => readAssessment(sql, assessmentId),
});
