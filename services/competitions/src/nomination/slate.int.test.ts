import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, medals } from '../honour/scene.ts';
import { DAYS, startNominations, step, type NominationScene } from './scene.ts';

let scene: NominationScene;
let call: NominationScene['service']['call'];
beforeAll(async () => {
  scene = await startNominations();
  call = scene.service.call;
});
afterAll(() => scene.service.stop());

const code = (name: string, kind = 'refused') => expect.objectContaining({ kind, code: name });

test('a slate that does not meet a share is not submitted (Xiamen 2016)', async () => {
  const level = { level: 'CITY' };
  const roundId = await scene.round([medals(10)], level);
  const unionId = await scene.union();
  const worker = ['INDUSTRIAL_WORKER', 'ENTERPRISE_WORKER', 'WOMAN', 'MIGRANT_WORKER'];
  await expect(scene.slate(roundId)).rejects.toThrow(code('HONOUR_SLATE_EMPTY'));
  for (let n = 0; n < 5; n += 1) await scene.submitted(roundId, unionId, { traits: worker });
  const leader = await scene.submitted(roundId, unionId, { traits: ['UNIT_LEADER'] });
  await expect(scene.slate(roundId)).rejects.toThrow(
    expect.objectContaining({
      code: 'HONOUR_STRUCTURE',
      details: expect.objectContaining({ traits: 'UNIT_LEADER', limitCount: 0, actualCount: 1 }),
    }),
  );
  const { shares } = await call(
    'checkHonourSlate',
    { roundId, honourCode: 'MAY_DAY_MEDAL' },
    clerk,
  );
  expect(shares.map(({ limitCount, actualCount, met }) => [limitCount, actualCount, met])).toEqual([
    [0, 1, false],
    [4, 5, true],
    [3, 5, true],
    [2, 5, true],
    [2, 5, true],
  ]);
  // Behind each number are the nominations that it counts.
  const ofShare = (traits: string[]) => scene.list(roundId, { traits, places: 'REGULAR' });
  const behind = await Promise.all(shares.map(({ traits }) => ofShare(traits)));
  expect(behind.map((items) => items.length)).toEqual(shares.map((one) => one.actualCount));
  expect(behind[0]).toMatchObject([{ nominationId: leader.nominationId }]);
  expect(await scene.list(roundId, { places: 'SINGLE_LISTED' })).toEqual([]);
  expect(await scene.list(roundId, { quotaUnionId: scene.rootId })).toHaveLength(6);
  expect(await scene.list(roundId, { quotaUnionId: unionId })).toEqual([]);
  await call('withdrawNomination', { ...step(leader, DAYS.submit), reason: '调整结构' }, clerk);
  const open = await scene.shown(roundId, unionId, { traits: worker });
  expect(await scene.slate(roundId)).toMatchObject({
    nominations: 5,
    slateSubmittedOn: DAYS.slate,
  });
  await expect(scene.slate(roundId)).rejects.toThrow(code('HONOUR_SLATE_SUBMITTED'));
  await expect(scene.submit(open)).rejects.toThrow(code('HONOUR_SLATE_SUBMITTED'));
});

test('who may submit a slate, and of what round', async () => {
  const roundId = await scene.round([medals(5)]);
  const unionId = await scene.union();
  await scene.submitted(roundId, unionId);
  const ask = { roundId, honourCode: 'MAY_DAY_MEDAL', submittedOn: DAYS.slate };
  const forbidden = expect.objectContaining({ kind: 'forbidden' });
  await expect(call('submitHonourSlate', ask, { duty: 'auditor' })).rejects.toThrow(forbidden);
  await expect(call('submitHonourSlate', ask, { ...clerk, scope: unionId })).rejects.toThrow(
    forbidden,
  );
  await expect(
    call('submitHonourSlate', { ...ask, honourCode: 'CRAFTSMAN' }, clerk),
  ).rejects.toThrow(code('HONOUR_UNKNOWN'));
  const key = newId();
  const done = await call('submitHonourSlate', ask, { ...clerk, key });
  expect(await call('submitHonourSlate', ask, { ...clerk, key })).toEqual(done);
  await expect(
    call('submitHonourSlate', { ...ask, submittedOn: DAYS.first }, { ...clerk, key }),
  ).rejects.toThrow(code('IDEMPOTENCY_KEY_REUSED'));
  // Of another's union nothing is seen, neither that it was submitted for.
  const elsewhere = { ...clerk, scope: await scene.union() };
  const { nominations } = await call(
    'checkHonourSlate',
    { roundId, honourCode: 'MAY_DAY_MEDAL' },
    elsewhere,
  );
  expect(nominations).toBe(0);
});
