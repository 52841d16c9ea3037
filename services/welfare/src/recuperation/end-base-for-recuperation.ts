import { recuperationBaseEnded } from '@gonglian/contracts/welfare.ts';
import type { RecuperationBase } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readBaseRow } from './bases.ts';

/** Refused RECUPERATION_BASE_ENDED where it is one no more. */
export const endBaseForRecuperation = command({
  schema: z.strictObject({ baseId: id, expectedVersion, endedOn: date, reason: text(500) }),
  permission: 'welfare.recuperation-base.write',
  async run(tx, ask): Promise<RecuperationBase> {
    const { sql, now, emit } = tx;
    const base = await readBaseRow(sql, ask.baseId);
    await tx.requireUnions([base.unionId]);
    if (base.endedOn !== '') throw refused('RECUPERATION_BASE_ENDED', { endedOn: base.endedOn });
    decideDay(ask.endedOn, base.accreditedOn, chinaDate(now));
    const ended = await sql`
      update recuperation_base set ended_on = ${ask.endedOn}, end_reason = ${ask.reason}, version = version + 1
      where base_id = ${ask.baseId} and version = ${ask.expectedVersion} returning 1`;
    if (ended.length === 0) throw stale('VERSION_MOVED', { version: base.version });
    const { baseId, unionId, baseLevel } = base;
    emit(recuperationBaseEnded, { baseId, unionId, baseLevel, endedOn: ask.endedOn });
    return readBaseRow(sql, baseId);
  },
});
