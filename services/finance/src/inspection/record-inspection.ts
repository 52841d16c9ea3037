// What was seen of a unit: how it is organised, and how it takes in and spends money.
import { inspectionMade } from '@gonglian/contracts/finance.ts';
import type { InspectionFile } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { code, date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { inspected } from '../audit/origin.ts';
import { requireIndependent } from '../audit/require-independent.ts';
import { command } from '../pipeline.ts';
import { lockVisit, readFile, RESULTS, type Visit } from './round.ts';

const RecordInspection = z.strictObject({
  roundId: id,
  unionId: id,
  expectedVersion,
  inspectedOn: date,
  organisingResult: code(RESULTS),
  organisingNote: text(2_000),
  moneyResult: code(RESULTS),
  moneyNote: text(2_000),
});

/** Refused AUDIT_DATE_WRONG: not before the year that is looked at, nor before the visit is over. */
export function decideVisit(
  { year }: Pick<Visit, 'year'>,
  on: CalendarDate,
  today: CalendarDate,
): void {
  const after = `${year}-01-01`;
  if (on > today || on < after) throw refused('AUDIT_DATE_WRONG', { after, today });
}

export const recordInspection = command({
  schema: RecordInspection,
  permission: 'finance.inspection.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now, emit }, ask): Promise<InspectionFile> {
    const visit = await lockVisit(sql, ask);
    if (visit.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: visit.version });
    decideVisit(visit, ask.inspectedOn, chinaDate(now));
    await requireIndependent(sql, inspected(ask.unionId, visit.year), [actor.id]);
    await sql`
      update inspection_unit set inspected_on = ${ask.inspectedOn}, inspected_by = ${actor.id},
        organising_result = ${ask.organisingResult}, organising_note = ${ask.organisingNote},
        money_result = ${ask.moneyResult}, money_note = ${ask.moneyNote}, version = version + 1
      where round_id = ${ask.roundId} and union_id = ${ask.unionId}`;
    const { roundId, unionId, organisingResult, moneyResult, inspectedOn } = ask;
    const { year: fiscalYear, joint, inspectedOn: previouslyOn } = visit;
    const seen = { roundId, unionId, organisingResult, moneyResult, inspectedOn };
    emit(inspectionMade, { ...seen, fiscalYear, joint, previouslyOn });
    return readFile(sql, roundId);
  },
});
