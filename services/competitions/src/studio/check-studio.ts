import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { lockStudio, studioStep, takeStudioStep } from './studio.ts';
import { decideStudioStep } from './studio-steps.ts';
import { readWholeStudio } from './studio-whole.ts';

/** The chair of the unit's union says that what it applied with is so, or that it is not. */
export const checkStudio = command({
  schema: z.strictObject({ ...studioStep, passed: z.boolean(), stepOn: date, note: text(500) }),
  permission: 'competitions.studio.check',
  async run(tx, ask): Promise<Studio> {
    const { sql, own, now } = tx;
    const studio = await lockStudio(sql, ask);
    // Looked at first: later on the unit no longer ends it.
    const passed = decideStudioStep(studio.state, 'UNIT_CHECK');
    decideDay(ask.stepOn, studio.stateOn, chinaDate(now));
    const state = ask.passed ? passed : 'REFUSED';
    await takeStudioStep(tx, studio, { state, on: ask.stepOn, note: ask.note });
    return readWholeStudio(sql, own.vault, studio.studioId);
  },
});
