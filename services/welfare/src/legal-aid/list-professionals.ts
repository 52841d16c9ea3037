import type { ProfessionalList } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { limit, optionalDate, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findProfessionals, PROFESSIONS, professionalView } from './professional.ts';

/** The roster, the newest first, or who is on duty on a day. */
export const listProfessionals = query({
  schema: z.strictObject({
    unionId: optionalId,
    profession: z.string().pipe(z.enum(['', ...PROFESSIONS], 'unknown_code')),
    onDutyOn: optionalDate,
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.professional.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<ProfessionalList> {
    const rows = await findProfessionals(sql, {
      unionId: ask.unionId || null,
      profession: ask.profession || null,
      onDutyOn: ask.onDutyOn || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => professionalView(row, own.vault)),
      nextCursor: last?.professionalId ?? '',
    };
  },
});
