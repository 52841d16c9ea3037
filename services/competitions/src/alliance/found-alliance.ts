import type { StudioAlliance } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readAlliance } from './alliance.ts';

export const foundAlliance = command({
  schema: z.strictObject({
    unionId: id,
    allianceName: text(100),
    foundedOn: date,
    documentNo: text(100),
  }),
  permission: 'competitions.alliance.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<StudioAlliance> {
    decideDay(ask.foundedOn, '', chinaDate(now));
    await requireLivingUnion(sql, ask.unionId);
    const allianceId = newId();
    await sql`
      insert into studio_alliance (id, union_id, name, founded_on, document_no)
      values (${allianceId}, ${ask.unionId}, ${ask.allianceName}, ${ask.foundedOn}, ${ask.documentNo})`;
    return readAlliance(sql, allianceId);
  },
});
