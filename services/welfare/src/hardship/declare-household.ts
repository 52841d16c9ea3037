// Who is in the household now and what it has, anew: the category is worked out again and the one before stays beside it.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { addYears, chinaDate } from '@gonglian/kernel/dates.ts';
import { message } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep, fileStep, readFile, viewNow, writeStep } from './hardship-file.ts';
import { Declaration, enterHousehold, writeHousehold } from './household.ts';
import { Applicants, namedPeople } from './own-household.ts';
import { reliefPaidFen } from './relief-paid.ts';

const { fileId, expectedVersion } = fileStep;

/** By the desk, or by the worker of his own file while it is his to mend. */
export const declareHousehold = command({
  schema: z.strictObject({
    fileId,
    expectedVersion,
    people: Applicants,
    declaration: message(Declaration),
    guardianConsented: z.boolean(),
  }),
  permission: 'welfare.hardship.open',
  prepare: (asking, { people }) => namedPeople(asking, people),
  async run(tx, given, people): Promise<HardshipFile> {
    const today = chinaDate(tx.now);
    const ask = { ...given, people };
    // Who asks for himself is of the household that the step is of.
    const own = tx.actor.duty === 'member';
    const asker = own ? { ...tx, actor: { ...tx.actor, member: '' } } : tx;
    if (own) {
      await readFile(tx.sql, ask.fileId);
      await tx.beyondScope('the household is of his own file');
    }
    const { file, state } = await beginStep(asker, 'DECLARE', { ...ask, happenedOn: today });
    const personIds = await enterHousehold(tx, ask);
    const reliefFen = await reliefPaidFen(tx.sql, file.fileId, addYears(today, -1));
    await writeHousehold(tx, { ...file, reliefFen }, ask, personIds);
    await writeStep(tx, file, { step: 'DECLARE', state, happenedOn: today });
    return viewNow(tx, file.fileId);
  },
});
