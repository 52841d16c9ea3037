import { randomUUID } from 'node:crypto';
import type { Challenge } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, HASH, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startCompetitions();
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const post = (caller: object = clerkOf(works), changes: object = {}) => {
  const problem = { unionId: works, title: '铣削变形', content: '薄壁件超差', rewardFen: 500_000n };
  const days = { postedOn: '2020-03-02', deadline: '2020-12-31' };
  return service.call('postChallenge', { ...problem, ...days, ...changes }, caller);
};
const seen = ({ challengeId, version }: Challenge) => ({ challengeId, expectedVersion: version });
const take = (one: Challenge, unionId = mill) => {
  const team = { takerUnionId: unionId, taker: '织造创新工作室', takenOn: '2020-03-18' };
  return service.call('takeChallenge', { ...seen(one), ...team }, clerkOf(unionId));
};
const deliver = (one: Challenge, caller: object = clerkOf(works), deliveredOn = '2020-10-20') => {
  const brought = { resultText: '夹具改造', benefitFen: 3_000_000n, evidenceSha256: [HASH] };
  return service.call('deliverChallenge', { ...seen(one), ...brought, deliveredOn }, caller);
};

test('posted by one union, taken by another, delivered to the first', async () => {
  const posted = await post();
  const { items } = await service.call(
    'listChallenges',
    { state: 'POSTED', cursor: '', limit: 0 },
    clerkOf(mill),
  );
  expect(items.map(({ challengeId }) => challengeId)).toContain(posted.challengeId);
  const taken = await take(posted);
  expect(taken).toMatchObject({ state: 'TAKEN', takerUnionName: '合成织造厂工会' });
  const delivered = await deliver(taken);
  expect(delivered).toMatchObject({ state: 'DELIVERED', benefitFen: 3_000_000n, overdue: false });
});

test('what comes after the deadline is late; nothing is delivered before it is taken', async () => {
  const posted = await post();
  await expect(deliver(posted)).rejects.toThrow(refusedWith('CHALLENGE_STATE_WRONG'));
  await expect(post(clerkOf(works), { deadline: '2020-03-02' })).rejects.toThrow(
    refusedWith('CHALLENGE_DEADLINE'),
  );
  expect(await deliver(await take(posted), clerkOf(works), '2021-01-01')).toMatchObject({
    overdue: true,
  });
});

test('two unions take it at once: one has it', async () => {
  const posted = await post();
  const both = await Promise.allSettled([take(posted), take(posted, works)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const lost = both.find((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ kind: 'stale', code: 'VERSION_MOVED' });
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(post({ duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const once = await post({ key });
  expect(await post({ key })).toEqual(once);
  await expect(post({ key }, { title: '另一个' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  const taken = await take(once);
  await expect(take(once)).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await expect(deliver(taken, clerkOf(mill))).rejects.toThrow(
    refusedWith('CHALLENGE_UNKNOWN', 'not_found'),
  );
  await expect(post(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'challenge_taken', 'challenge_delivered');
});
