import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { studioNamed } from '@gonglian/contracts/competitions.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { decidePublicityOver, publicityEndsOn } from '@gonglian/kernel/publicity.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command, type Tx } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { lockStudio, studioStep, takeStudioStep, type StudioRow } from './studio.ts';
import { decideStudioStep, higherLevel, requireNamed, STUDIO_LEVELS } from './studio-steps.ts';
import { readWholeStudio } from './studio-whole.ts';

/** At the first level after the publicity; at another one, by its document, whenever that comes. It stays one studio. */
export const nameStudio = command({
  schema: z.strictObject({
    ...studioStep,
    level: code(STUDIO_LEVELS),
    namedOn: date,
    documentNo: text(100),
  }),
  permission: 'competitions.studio.decide',
  async run(tx, ask): Promise<Studio> {
    const { sql, own, now, emit } = tx;
    const studio = await lockStudio(sql, ask);
    const { studioId, unionId, memberCount: members } = studio;
    const { level, namedOn, documentNo } = ask;
    const first = studio.namedOn === '';
    decideDay(namedOn, first ? studio.stateOn : studio.namedOn, chinaDate(now));
    if (first) await nameFirst(tx, studio, ask);
    else requireNamed(studio);
    const highest = higherLevel(studio.level, level);
    const [named] = await sql`
      insert into studio_naming (studio_id, level, union_id, named_on, document_no, counted_level,
        counted_level_before)
      values (${studioId}, ${level}, ${unionId}, ${namedOn}, ${documentNo}, ${highest}, ${studio.level})
      on conflict do nothing returning level`;
    if (!named) throw refused('STUDIO_LEVEL_HELD', { level });
    await sql`
      update studio set level = ${highest}, version = version + ${first ? 0 : 1}
      where id = ${studioId}`;
    const levels = { level, countedLevel: highest, countedLevelBefore: studio.level };
    emit(studioNamed, { studioId, unionId, ...levels, namedOn, members });
    return readWholeStudio(sql, own.vault, studioId);
  },
});

async function nameFirst(
  tx: Tx,
  studio: StudioRow,
  { namedOn, documentNo }: { namedOn: CalendarDate; documentNo: string },
): Promise<void> {
  const state = decideStudioStep(studio.state, 'NAMED');
  const startsOn = studio.stateOn;
  const workingDays = competitionsPolicy('studio.publicity_days', startsOn);
  const endsOn = publicityEndsOn({ startsOn, workingDays, objections: [] });
  decidePublicityOver({ endsOn, openObjections: 0 }, namedOn);
  await takeStudioStep(tx, studio, { state, on: namedOn, documentNo });
  await tx.sql`
    update studio set named_on = ${namedOn}, review_from = ${namedOn} where id = ${studio.studioId}`;
}
