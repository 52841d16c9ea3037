import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalId, text } from '@gonglian/service/fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { holdBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';
import { decideNomination } from './decide-batch.ts';
import { TARGET_GROUPS } from './recuperation-policy.ts';

const PEOPLE_MAX = 500;

/** All of them or, where one may not go, nobody; refused RECUPERATION_NOMINATED for one whom some unit has named already. */
export const nominateForRecuperation = command({
  schema: z.strictObject({
    batchId: id,
    unionId: id,
    people: z
      .array(
        z.strictObject({
          personName: text(50),
          idNumber: text(18),
          targetGroup: code(TARGET_GROUPS),
          memberId: optionalId,
        }),
      )
      .min(1, 'required')
      .max(PEOPLE_MAX, 'too_many'),
    nominatedOn: date,
  }),
  permission: 'welfare.recuperation.nominate',
  unions: ({ unionId }) => [unionId],
  wholeNode:
    'who went before was sent by whatever unit, and the batch is of the union that opened it',
  async run(tx, { batchId, unionId, people, nominatedOn }): Promise<RecuperationBatch> {
    const { sql, own, now } = tx;
    const today = chinaDate(now);
    const batch = await holdBatch(sql, batchId);
    const state = decideBatchStep(batch.state, 'NOMINATED');
    decideDay(nominatedOn, batch.stateOn, today);
    const personIds = await enterPeople({ sql, vault: own.vault, today }, people);
    decideNomination(
      {
        batch,
        quota: await quotaOf(sql, batchId, unionId),
        lastAway: await lastAwayOf(sql, personIds),
      },
      {
        perPlace: welfarePolicy('recuperation.nominees_per_place', batch.travelsFrom),
        intervalYears: welfarePolicy('recuperation.interval_years', batch.travelsFrom),
      },
    );
    const named = await sql`
      insert into recuperation_nominee (nominee_id, batch_id, holder_id, union_id, person_id, member_id, target_group)
      select n, ${batchId}::uuid, ${batch.unionId}::uuid, ${unionId}::uuid, p, m, g
      from unnest(${people.map(() => newId())}::uuid[], ${personIds}::uuid[],
        ${people.map(({ memberId }) => memberId || null)}::uuid[],
        ${people.map(({ targetGroup }) => targetGroup)}::text[]) as t(n, p, m, g)
      on conflict do nothing returning 1`;
    if (named.length < people.length) throw refused('RECUPERATION_NOMINATED');
    await takeBatchStep(tx, batch, { state, on: nominatedOn });
    return readWholeBatch(sql, own.vault, batchId, unionId);
  },
});

async function quotaOf(
  sql: Sql,
  batchId: string,
  unionId: string,
): Promise<{ places: number; nominated: number } | undefined> {
  const [quota] = await sql<{ places: number; nominated: number }>`
    select places, (select count(*)::int from recuperation_nominee as n where n.batch_id = q.batch_id
      and n.union_id = q.union_id and n.state <> 'WITHDRAWN') as nominated
    from recuperation_quota as q where batch_id = ${batchId} and union_id = ${unionId}`;
  return quota;
}

/** Of each person, in the order asked: the last day of the last journey to another province. */
async function lastAwayOf(sql: Sql, personIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ personId: string; on: string }>`
    select n.person_id as "personId", max(b.returned_on)::text as on
    from recuperation_nominee as n join recuperation_batch as b using (batch_id)
    where n.person_id = any(${personIds}::uuid[]) and n.state = 'TRAVELLED' and b.cross_province
    group by n.person_id`;
  const byPerson = new Map(rows.map(({ personId, on }) => [personId, on]));
  return personIds.map((personId) => byPerson.get(personId) ?? '');
}
