// Takes what a learning platform has written of our workers: its file stays with it, its rows come here once.
import type {
  LearningImport,
  RefusedLearningRow,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { learningImported } from '@gonglian/contracts/programmes.ts';
import { chinaDate, isCalendarDate, monthOf, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { sha256 } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';

const ROWS_MAX = 2_000;
const DAY_MINUTES = 1_440;

const LearningRow = z.strictObject({
  recordNo: text(60),
  personName: text(60),
  idNumber: z.string().max(40, 'too_long'),
  courseTitle: text(200),
  minutes: z.int(),
  learnedOn: z.string().max(40, 'too_long'),
});
type LearningRow = z.output<typeof LearningRow>;

/** The rule that a row breaks, as it is told to whoever sent the file; undefined for one that is taken. */
export function faultOf(row: LearningRow, today: CalendarDate): string | undefined {
  const { idNumber, minutes, learnedOn } = row;
  const parsed = parseIdNumber(idNumber, { today, allowFifteen: true });
  if (!parsed.ok) return parsed.rule;
  const rules = [
    { code: 'LEARNING_MINUTES', broken: minutes < 1 || minutes > DAY_MINUTES },
    { code: 'LEARNING_DATE', broken: !isCalendarDate(learnedOn) },
    { code: 'IN_FUTURE', broken: learnedOn > today },
  ];
  return rules.find(({ broken }) => broken)?.code;
}

/** Bad rows are named and the others taken; a number that the platform has sent before counts once. */
export const importLearningRecords = command({
  schema: z.strictObject({
    unionId: id,
    platform: text(60),
    fileSha256: sha256,
    rows: z.array(LearningRow).min(1, 'required').max(ROWS_MAX, 'too_many'),
  }),
  permission: 'competitions.learning.import',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, { unionId, platform, rows }): Promise<LearningImport> {
    await requireLivingUnion(sql, unionId);
    const today = chinaDate(now);
    const faults = rows.map((row) => faultOf(row, today));
    const good = rows.filter((_, n) => faults[n] === undefined);
    const people = await enterPeople({ sql, vault: own.vault, today }, good);
    const importNo = newId();
    const taken = await sql<{ learnedOn: string; minutes: number }>`
      insert into learning_record (platform, record_no, union_id, person_id, course_title, minutes, learned_on, import_no)
      select ${platform}, no, ${unionId}::uuid, person, course, minutes, day, ${importNo}::uuid
      from unnest(${good.map(({ recordNo }) => recordNo)}::text[], ${people}::uuid[],
        ${good.map(({ courseTitle }) => courseTitle)}::text[], ${good.map(({ minutes }) => minutes)}::int[],
        ${good.map(({ learnedOn }) => learnedOn)}::date[]) as r(no, person, course, minutes, day)
      on conflict do nothing returning learned_on::text as "learnedOn", minutes`;
    for (const [month, of] of Map.groupBy(taken, ({ learnedOn }) => monthOf(learnedOn))) {
      const minutes = of.reduce((sum, one) => sum + one.minutes, 0);
      const counted = { records: of.length, minutes: BigInt(minutes) };
      emit(learningImported, { importNo, unionId, month, ...counted });
    }
    const known = good.length - taken.length;
    return { importNo, imported: taken.length, known, refused: refusedOf(faults) };
  },
});

function refusedOf(faults: readonly (string | undefined)[]): RefusedLearningRow[] {
  return faults.flatMap((code, n) => (code === undefined ? [] : [{ rowNo: n + 1, code }]));
}
