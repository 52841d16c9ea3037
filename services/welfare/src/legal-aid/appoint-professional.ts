import type { Professional } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import { code, date, id, optionalText, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  findProfessionals,
  professionalPlace,
  PROFESSIONS,
  professionalView,
  type ProfessionalRow,
} from './professional.ts';

const CLIENTS_MAX = 200;

export const appointProfessional = command({
  schema: z.strictObject({
    unionId: id,
    professionalName: text(50),
    profession: code(PROFESSIONS),
    firmName: optionalText(100),
    licenceNo: optionalText(50),
    appointedOn: date,
    clientUsccs: z
      .array(z.string().refine((uscc) => parseUscc(uscc).ok, 'not_a_uscc'))
      .max(CLIENTS_MAX, 'too_many'),
    dutyWeekdays: z
      .array(z.int().min(1, 'not_positive').max(7, 'too_large'))
      .max(7, 'too_many')
      .refine((days) => new Set(days).size === days.length, 'twice'),
  }),
  permission: 'welfare.professional.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now }, ask): Promise<Professional> {
    const { unionId, professionalName, profession, firmName, licenceNo, appointedOn } = ask;
    await requireLivingUnion(sql, unionId);
    decideDay(appointedOn, '', chinaDate(now));
    const professionalId = newId();
    const sealed = own.vault.seal(professionalName, professionalPlace(professionalId));
    const entered = await sql`
      insert into professional (id, union_id, name_sealed, profession, firm_name, licence_no, appointed_on,
        client_usccs, duty_weekdays)
      values (${professionalId}, ${unionId}, ${sealed}, ${profession}, ${firmName}, ${licenceNo},
        ${appointedOn}, ${ask.clientUsccs}, ${ask.dutyWeekdays})
      on conflict (union_id, profession, licence_no) where ended_on is null and licence_no <> ''
      do nothing returning 1`;
    if (entered.length === 0) throw duplicate('PROFESSIONAL_TWICE', { licenceNo });
    const [row] = await findProfessionals(sql, { id: professionalId, limit: 1 });
    return professionalView(row as ProfessionalRow, own.vault);
  },
});
