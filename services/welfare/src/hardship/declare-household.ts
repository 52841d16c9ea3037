// Who is in the household now and what it has, anew: the category is worked out again and the one before stays beside it.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { addYears, chinaDate } from '@gonglian/kernel/dates.ts';
import { message } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep, fileStep, viewNow, writeStep } from './hardship-file.ts';
import { Declaration, enterHousehold, HouseholdPeople, writeHousehold } from './household.ts';
import { reliefPaidFen } from './relief-paid.ts';

const { fileId, expectedVersion } = fileStep;

export const declareHousehold = command({
  schema: z.strictObject({
    fileId,
    expectedVersion,
    people: HouseholdPeople,
    declaration: message(Declaration),
    guardianConsented: z.boolean(),
  }),
  permission: 'welfare.hardship.write',
  async run(tx, ask): Promise<HardshipFile> {
    const today = chinaDate(tx.now);
    const { file, state } = await beginStep(tx, 'DECLARE', { ...ask, happenedOn: today });
    const personIds = await enterHousehold(tx, ask);
    const reliefFen = await reliefPaidFen(tx.sql, file.fileId, addYears(today, -1));
    await writeHousehold(tx, { ...file, reliefFen }, ask, personIds);
    await writeStep(tx, file, { step: 'DECLARE', state, happenedOn: today });
    return viewNow(tx, file.fileId);
  },
});
