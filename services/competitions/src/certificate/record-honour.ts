// An honour that another node gave, or this one before it was kept here: for the roll, and for what asks for it before.
import type { HonourGrant } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { duplicate, notFound } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES, HONOUR_LEVELS } from '../honour/honour-policy.ts';
import { honourOn } from '../honour/round.ts';
import { decideDate } from '../nomination/steps.ts';
import { enterSubject } from '../nomination/subject.ts';
import { command } from '../pipeline.ts';
import { enterGrant, grantView, readGrant } from './grant.ts';

const EARLIEST = '1949-10-01';

export const recordHonour = command({
  schema: z.strictObject({
    honourCode: code(HONOUR_CODES),
    level: code(HONOUR_LEVELS),
    unionId: id,
    personName: optionalText(50),
    idNumber: optionalText(18),
    holderName: optionalText(100),
    frontline: z.boolean(),
    grantedOn: date,
    documentNo: text(100),
    certificateNo: optionalText(100),
  }),
  permission: 'competitions.honour.record',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<HonourGrant> {
    const { sql, now } = tx;
    const today = chinaDate(now);
    const { grantedOn, certificateNo } = ask;
    decideDate(EARLIEST, grantedOn, today);
    const [union] = await sql<{ name: string }>`
      select name from known_union where union_id = ${ask.unionId}`;
    if (!union) throw notFound('UNION_UNKNOWN', { unionId: ask.unionId });
    const { holder, name: honourName } = honourOn(ask.honourCode, ask.level, today);
    const subject = await enterSubject(tx, holder, { ...ask, unionName: union.name }, today);
    const granting = { ...ask, ...subject, nominationId: '', holder, honourName };
    const grantId = await enterGrant(tx, granting, { certificateNo, qrText: '' });
    if (grantId === undefined) throw duplicate('HONOUR_GRANTED_ALREADY', { grantedOn });
    return grantView(tx, await readGrant(sql, grantId));
  },
});
