import type { ReformRecord } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { reformRecorded } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, date, id, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { requirePilot } from '../designation/designation.ts';
import { decideDay, sha256 } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { holdReform } from '../programme/programme.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideRecord, DOCUMENT_KINDS, RECORD_KINDS } from './decide-record.ts';

/** A joint meeting, a measure that a union issued, or a case that was compiled. */
export const recordReform = command({
  schema: z.strictObject({
    programmeId: id,
    unionId: id,
    recordKind: code(RECORD_KINDS),
    title: text(200),
    documentNo: optionalText(100),
    recordedOn: date,
    agencies: z.array(text(60)).max(60, 'too_many'),
    documentKind: code(DOCUMENT_KINDS),
    pilotId: optionalId,
    evidenceSha256: z.array(sha256).max(50, 'too_many'),
  }),
  permission: 'competitions.programme.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<ReformRecord> {
    const { programmeId, unionId, recordKind, documentKind, recordedOn } = ask;
    const programme = await holdReform(sql, programmeId);
    decideRecord(ask, programme.memberAgencies);
    decideDay(recordedOn, programme.startsOn, chinaDate(now));
    await requireLivingUnion(sql, unionId);
    if (ask.pilotId !== '') await requirePilot(sql, programmeId, ask.pilotId);
    const recordId = newId();
    await sql`
      insert into reform_record (record_id, programme_id, union_id, kind, title, document_no, recorded_on, agencies,
        document_kind, pilot_id, evidence_sha256)
      values (${recordId}, ${programmeId}, ${unionId}, ${recordKind}, ${ask.title}, ${ask.documentNo},
        ${recordedOn}, ${ask.agencies}, ${documentKind}, ${ask.pilotId || null}, ${ask.evidenceSha256})`;
    emit(reformRecorded, { recordId, unionId, recordKind, documentKind, recordedOn });
    const { programmeId: _, ...shown } = ask;
    return { ...shown, recordId };
  },
});
