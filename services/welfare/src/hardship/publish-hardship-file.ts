// It is shown in the unit for so many working days: name, unit and category, by the fixed template and nothing else.
// Whoever objects does so to the notice; until he is answered the file stands as under objection.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { openName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { shownAsk, takeDown } from '../notice/shown.ts';
import { writeNotice } from '../notice/write-notice.ts';
import { command } from '../pipeline.ts';
import { beginStep, fileStep, viewNow, writeStep } from './hardship-file.ts';

const { fileId, expectedVersion } = fileStep;
const SUBJECT = 'HARDSHIP_FILE';

export const publishHardshipFile = command({
  schema: z.strictObject({ fileId, expectedVersion, ...shownAsk }),
  permission: 'welfare.hardship.write',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'PUBLISH', ask);
    const { unionId, headId, nameSealed, category } = file;
    const personName = openName(tx.own.vault, headId, nameSealed);
    const of = { subject: SUBJECT, subjectId: file.fileId } as const;
    await takeDown(tx.sql, of, { on: ask.happenedOn, reason: '重新公示' });
    await writeNotice(tx, {
      ...ask,
      ...of,
      unionId,
      scope: 'UNIT',
      startsOn: ask.happenedOn,
      lines: [{ personName, unionId, category, amountFen: 0 }],
    });
    await writeStep(tx, file, { step: 'PUBLISH', state, happenedOn: ask.happenedOn });
    return viewNow(tx, file.fileId);
  },
});
