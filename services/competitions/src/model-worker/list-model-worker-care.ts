import type { ModelWorkerCarePage } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { CARE_FORMS, findCare } from './care-visit.ts';

export const listModelWorkerCare = query({
  schema: z.strictObject({
    unionId: optionalId,
    personId: optionalId,
    careForm: code(['', ...CARE_FORMS]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.model-worker.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<ModelWorkerCarePage> {
    const { unionId, personId, careForm: form, cursor, limit: most } = ask;
    const of = { unionId: unionId || null, personId: personId || null, form, limit: most };
    const items = await findCare(sql, own.vault, { ...of, before: cursor || null });
    return { items, nextCursor: items.length === most ? (items.at(-1)?.careId ?? '') : '' };
  },
});
