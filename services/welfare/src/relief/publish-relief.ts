// What was approved is shown; it is paid when its days are over and nobody who objected waits for an answer. Which relief
// it is the notice does not say, since one of them would name an illness.
import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { openName } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { shownAsk } from '../notice/shown.ts';
import { writeNotice } from '../notice/write-notice.ts';
import { command } from '../pipeline.ts';
import { beginGrantStep, grantNow, grantStep, writeGrantStep } from './grant.ts';

export const publishRelief = command({
  schema: z.strictObject({ ...grantStep, ...shownAsk }),
  permission: 'welfare.relief.publish',
  async run(tx, ask): Promise<ReliefGrant> {
    const { grant, state } = await beginGrantStep(tx, 'PUBLISH', ask);
    const { happenedOn } = ask;
    decideDay(happenedOn, grant.stoodOn, chinaDate(tx.now));
    const { unionId, personId, nameSealed, amountFen, programme } = grant;
    const personName = openName(tx.own.vault, personId, nameSealed);
    const category = programme === 'STUDY' ? 'STUDY_AID' : 'RELIEF';
    await writeNotice(tx, {
      ...ask,
      subject: 'RELIEF_GRANT',
      subjectId: grant.grantId,
      unionId,
      scope: 'UNIT',
      startsOn: happenedOn,
      lines: [{ personName, unionId, category, amountFen }],
    });
    await writeGrantStep(tx, grant, { step: 'PUBLISH', state, happenedOn });
    return grantNow(tx, grant.grantId);
  },
});
