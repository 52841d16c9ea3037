// A household asks: the worker for himself, whose name and number membership tells, or his union for him.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { addYears, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, message, optionalDate, optionalId, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { viewNow, writeStep } from './hardship-file.ts';
import { Declaration, enterHousehold, writeHousehold } from './household.ts';
import { Applicants, namedPeople } from './own-household.ts';

const EARLIEST = '2000-01-01';

export const openHardshipFile = command({
  schema: z.strictObject({
    unionId: optionalId,
    workerKind: code(['LOCAL', 'MIGRANT']),
    labourSince: optionalDate,
    people: Applicants,
    declaration: message(Declaration),
    consentedOn: date,
    guardianConsented: z.boolean(),
  }),
  permission: 'welfare.hardship.open',
  unions: ({ unionId }) => [unionId],
  prepare: (asking, { people }) => namedPeople(asking, people),
  async run(tx, ask, people): Promise<HardshipFile> {
    const { sql, actor, now } = tx;
    const today = chinaDate(now);
    const own = actor.duty === 'member';
    if (own && (actor.member === '' || actor.scope === '')) throw notFound('MEMBER_UNKNOWN');
    const unionId = own ? actor.scope : text(36).parse(ask.unionId);
    decideDay(ask.consentedOn, EARLIEST, today);
    decideLabour(ask, today);
    await requireLivingUnion(sql, unionId);
    const personIds = await enterHousehold(tx, { ...ask, people });
    await tx.beyondScope('nobody is in the files of two households, of whatever union');
    const fileId = newId();
    await sql`
      insert into hardship_file (file_id, union_id, head_id, member_id, worker_kind, labour_since, family_size,
        category, cause_group, stood_on, changed_on, consented_on, made_by)
      values (${fileId}, ${unionId}, ${personIds[0]}, ${own ? actor.member : null}, ${ask.workerKind},
        ${ask.labourSince || null}, ${people.length}, 'NONE', 'OTHER', ${today}, ${today},
        ${ask.consentedOn}, ${actor.id})`;
    await writeHousehold(tx, { fileId, unionId, reliefFen: 0 }, { ...ask, people }, personIds);
    await writeStep(tx, { fileId, unionId }, { step: 'OPEN', state: 'DRAFT', happenedOn: today });
    return viewNow(tx, fileId);
  },
});

/** Refused MIGRANT_TOO_SHORT: who came from elsewhere has worked for his employer for a year. */
export function decideLabour(
  { workerKind, labourSince }: { workerKind: string; labourSince: string },
  today: string,
): void {
  if (workerKind !== 'MIGRANT') return;
  if (labourSince === '' || addYears(labourSince, 1) > today) throw refused('MIGRANT_TOO_SHORT');
}
