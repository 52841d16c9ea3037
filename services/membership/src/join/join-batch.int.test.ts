import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { test, expect } from 'vitest';
import { syntheticPerson, testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';

test('joins', async () => {
  const s = await startTestService(parts, testOwn());
  const unionId = newId();
  await s.publishFacts('organisation', [{ type: unionEstablished, data: UnionEstablished.fromPartial({ unionId, name: '甲', kind: 'SINGLE_GRASSROOTS' }) }]);
  await s.settled();
  const rows = Array.from({ length: 500 }, (_, n) => syntheticPerson(n));
  const t = performance.now();
  const answer = await s.call('joinBatch', { unionId, joinedOn: '2026-01-10', rows });
  console.log(performance.now() - t, answer);
  console.log(await s.call('joinBatch', { unionId, joinedOn: '2026-01-10', rows }));
  console.log((await s.outbox()).length, (await s.outbox())[0]);
  console.log(await s.call('countMembers', { unionId }));
  const list = await s.call('listMembers', { unionId, state: '', memberNo: '', idNumber: syntheticPerson(7).idNumber, cursor: '', limit: 0 });
  console.log(list.items[0]);
  console.log((await s.call('recountMembers', { cursor: '', limit: 3 })));
  const [first] = list.items;
  console.log(await s.call('retainMembership', { memberId: first!.memberId, reason: 'retired', effectiveOn: '2026-03-01', expectedVersion: 1 }));
  console.log(await s.call('getMember', { memberId: first!.memberId }));
  await s.settled();
  await s.stop();
});
