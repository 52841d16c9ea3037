import type { Programme } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { LAYERS, MEASURE_CODES } from './measures.ts';
import { decideProgramme, PROGRAMME_KINDS, programmeView, readProgramme } from './programme.ts';

const TARGET_MAX = 10_000_000;

/** What a union sets itself for a time: contests of each layer, or what a reform brings. */
export const launchProgramme = command({
  schema: z.strictObject({
    unionId: id,
    programmeKind: code(PROGRAMME_KINDS),
    title: text(100),
    documentNo: text(100),
    startsOn: date,
    endsOn: date,
    memberAgencies: z.array(text(60)).max(60, 'too_many'),
    targets: z
      .array(
        z.strictObject({
          measure: code(MEASURE_CODES),
          layer: code(LAYERS),
          target: z.int().min(1, 'too_small').max(TARGET_MAX, 'too_large'),
        }),
      )
      .max(50, 'too_many'),
  }),
  permission: 'competitions.programme.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<Programme> {
    decideProgramme(ask);
    await requireLivingUnion(sql, ask.unionId);
    const programmeId = newId();
    await sql`
      insert into programme (programme_id, union_id, kind, title, document_no, starts_on, ends_on, member_agencies)
      values (${programmeId}, ${ask.unionId}, ${ask.programmeKind}, ${ask.title}, ${ask.documentNo},
        ${ask.startsOn}, ${ask.endsOn}, ${ask.memberAgencies})`;
    await sql`
      insert into programme_target (programme_id, seq, union_id, measure, layer, target)
      select ${programmeId}::uuid, n, ${ask.unionId}::uuid, measure, layer, target
      from unnest(${ask.targets.map(({ measure }) => measure)}::text[],
        ${ask.targets.map(({ layer }) => layer)}::text[],
        ${ask.targets.map(({ target }) => target)}::int[]) with ordinality as t(measure, layer, target, n)`;
    return programmeView(sql, await readProgramme(sql, programmeId));
  },
});
