import {
  EmployerCovered,
  EmployerUncovered,
  UnionDissolved,
  UnionEstablished,
  UnionRenamed,
  UnionReparented,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import {
  employerCovered,
  employerUncovered,
  unionDissolved,
  unionEstablished,
  unionRenamed,
  unionReparented,
} from '@gonglian/contracts/organisation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { startTestService, type TestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { testOwn } from '../fixtures.ts';
import type { Own } from '../pipeline.ts';
import { parts } from '../service.ts';

let service: TestService<Own, typeof FinanceServiceService>;
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
});
afterAll(() => service.stop());

test('what is said of unions and employers is known, dated', async () => {
  const [unionId, toParentId, uscc] = [newId(), newId(), '91329999000000001X'];
  const parentId = nodeRootUnionId(service.node);
  const established = {
    unionId,
    parentId,
    name: '合成纺织厂工会',
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    regionCode: '329999',
    establishedOn: '2020-01-15',
  };
  await service.publishFacts('organisation', [
    { type: unionEstablished, data: UnionEstablished.fromPartial(established) },
    {
      type: employerCovered,
      data: EmployerCovered.fromPartial({ unionId, employerUscc: uscc, startedOn: '2020-01-15' }),
    },
    { type: unionReparented, data: UnionReparented.fromPartial({ unionId, toParentId }) },
    { type: unionRenamed, data: UnionRenamed.fromPartial({ unionId, name: '合成织造厂工会' }) },
    {
      type: employerUncovered,
      data: EmployerUncovered.fromPartial({ unionId, employerUscc: uscc, endedOn: '2020-06-30' }),
    },
    {
      type: unionDissolved,
      data: UnionDissolved.fromPartial({ unionId, effectiveOn: '2020-07-01' }),
    },
  ]);
  await service.settled();
  expect(
    await service.sql`
      select u.name, u.parent_id as parent, u.dissolved_on::text as dissolved, e.uscc, e.started_on::text as started,
        e.ended_on::text as ended
      from known_union u join covered_employer e on e.union_id = u.union_id
      where u.union_id = ${unionId}`,
  ).toEqual([
    {
      name: '合成织造厂工会',
      parent: toParentId,
      dissolved: '2020-07-01',
      uscc,
      started: '2020-01-15',
      ended: '2020-06-30',
    },
  ]);
});

test('the chart is read by whoever works with the books', async () => {
  const { items } = await service.call(
    'listChart',
    { accountSet: 'GRASSROOTS' },
    { duty: 'finance' },
  );
  expect(items.find(({ code }) => code === '402')).toMatchObject({
    nameZh: '拨缴经费收入',
    kind: 'INCOME',
    side: 'credit',
  });
  await expect(service.call('listChart', { accountSet: '' }, { duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});
