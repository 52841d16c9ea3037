import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date, text } from '@gonglian/service/fields.ts';
import { openName } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { NOTICE_CHANNELS, officePhone } from '../notice/notice.ts';
import { writeNotice } from '../notice/write-notice.ts';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';
import { chooseNominees, type Named } from './decide-batch.ts';

interface Person {
  personId: string;
  nameSealed: Buffer;
}

/** Nobody is named after it. Whoever may follow is shown with those who go: nobody goes whom nobody was shown. */
export const publishRecuperationList = command({
  schema: z.strictObject({
    ...batchStep,
    publishedOn: date,
    channels: z
      .array(code(NOTICE_CHANNELS))
      .min(1, 'required')
      .max(NOTICE_CHANNELS.length, 'too_many'),
    contactOffice: text(60),
    contactPhone: officePhone,
  }),
  permission: 'welfare.recuperation.write',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now } = tx;
    const batch = await lockBatch(sql, ask);
    await tx.requireUnions([batch.unionId]);
    const state = decideBatchStep(batch.state, 'PUBLISHED');
    decideDay(ask.publishedOn, batch.stateOn, chinaDate(now));
    const { batchId } = batch;
    const named = await sql<Named & Person>`
      select nominee_id as "nomineeId", union_id as "unionId", target_group as "targetGroup",
        person_id as "personId", name_sealed as "nameSealed"
      from recuperation_nominee join person using (person_id)
      where batch_id = ${batchId} and state = 'NOMINATED' order by nominee_id`;
    const quotas = await sql<{ unionId: string; places: number }>`
      select union_id as "unionId", places from recuperation_quota where batch_id = ${batchId}`;
    const { chosen } = chooseNominees(
      named,
      new Map(quotas.map(({ unionId, places }) => [unionId, places])),
      welfarePolicy('recuperation.target_order', batch.travelsFrom),
    );
    await sql`
      update recuperation_nominee
      set state = case when nominee_id = any(${chosen}::uuid[]) then 'CHOSEN' else 'RESERVE' end
      where batch_id = ${batchId} and state = 'NOMINATED'`;
    const noticeId = await writeNotice(tx, {
      ...ask,
      unionId: batch.unionId,
      subject: 'RECUPERATION_LIST',
      subjectId: batchId,
      scope: 'COUNTY',
      startsOn: ask.publishedOn,
      lines: named.map(({ unionId, personId, nameSealed }) => ({
        personName: openName(own.vault, personId, nameSealed),
        unionId,
        category: 'RECUPERATION',
        amountFen: 0,
      })),
    });
    await sql`update recuperation_batch set notice_id = ${noticeId} where batch_id = ${batchId}`;
    await takeBatchStep(tx, batch, { state, on: ask.publishedOn });
    return readWholeBatch(sql, own.vault, batchId);
  },
});
