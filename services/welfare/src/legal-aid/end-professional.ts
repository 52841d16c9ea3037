import type { Professional } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { findProfessionals, professionalView } from './professional.ts';

export const endProfessional = command({
  schema: z.strictObject({ professionalId: id, endedOn: date }),
  permission: 'welfare.professional.write',
  async run({ sql, own, now }, { professionalId, endedOn }): Promise<Professional> {
    await sql`select from professional where id = ${professionalId} for update`;
    const [row] = await findProfessionals(sql, { id: professionalId, limit: 1 });
    if (!row) throw notFound('PROFESSIONAL_UNKNOWN', { professionalId });
    if (row.endedOn !== '') throw refused('PROFESSIONAL_ENDED', { on: row.endedOn });
    decideDay(endedOn, row.appointedOn, chinaDate(now));
    await sql`update professional set ended_on = ${endedOn} where id = ${professionalId}`;
    return professionalView({ ...row, endedOn }, own.vault);
  },
});
