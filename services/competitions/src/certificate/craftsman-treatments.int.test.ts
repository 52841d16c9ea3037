import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@gonglian/kernel/id.ts';
import { openUnion } from '@gonglian/testing/people-scene.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startCompetitions();
});
afterAll(() => service.stop());

const ask = { onDate: '2026-03-02' };

/** Straight into the table: how honours are granted is not what is tested. */
async function craftsman(unionId: string, levels: string[], revokedOn: string | null = null) {
  const personId = newId();
  await service.sql`
    insert into person (person_id, person_key, name_sealed)
    values (${personId}, uuid_send(${personId}::uuid), '\\x00')`;
  for (const level of levels)
    await service.sql`
      insert into honour_grant (grant_id, honour_code, level, honour_name, holder, union_id, person_id, subject_key,
        holder_name, frontline, origin, granted_on, document_no, certificate_no, recorded_by, revoked_on, revoke_reason)
      values (${newId()}, 'CRAFTSMAN', ${level}, '合成工匠', 'PERSON', ${unionId}, ${personId},
        ${`${personId}${level}`}, '', true, 'RECORDED', '2020-05-01', '1号', '', 'clerk', ${revokedOn},
        ${revokedOn === null ? '' : '弄虚作假'})`;
  return personId;
}

test('each craftsman counts once, at his highest level, while he lives here and holds it', async () => {
  const unionId = await openUnion(service);
  await craftsman(unionId, ['COUNTY']);
  await craftsman(unionId, ['COUNTY', 'CITY']);
  await craftsman(unionId, ['PROVINCE'], '2025-01-01');
  const gone = await craftsman(unionId, ['COUNTY']);
  await service.sql`
    insert into holder_standing (person_id, standing, since_on, set_by)
    values (${gone}, 'MOVED', '2024-01-01', 'clerk')`;
  const { items } = await service.call('listCraftsmanTreatments', ask, { duty: 'supervisor' });
  expect(items.map(({ level, holders, totalFen }) => [level, holders, totalFen])).toEqual([
    ['NATIONAL', 0, 0n],
    ['PROVINCE', 0, 0n],
    ['CITY', 1, 500_000n],
    ['COUNTY', 1, 200_000n],
  ]);
  expect(new Set(items.map(({ orderedBy }) => orderedBy)).size).toBe(1);
  await expect(service.call('listCraftsmanTreatments', ask, { duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});
