// A membership service with unions in it, for integration tests: real database, real broker, real
// gRPC.
import type { Member, Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import {
  UnionClosing,
  UnionDissolved,
  UnionEstablished,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import {
  unionClosing,
  unionDissolved,
  unionEstablished,
} from '@gonglian/contracts/organisation.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { syntheticPerson, testOwn } from './fixtures.ts';
import { indexSome } from './member/keep-findable.ts';
import { identityHash } from './member/person.ts';
import { parts } from './service.ts';

export type Scene = Awaited<ReturnType<typeof startScene>>;

export async function startScene() {
  const logLines: string[] = [];
  const own = testOwn(logLines);
  const service = await startTestService(parts, own);
  const { call, publishFacts, settled } = service;

  /** Unions of a kind; known to the service when this answers. */
  async function unions(howMany: number, kind = 'SINGLE_GRASSROOTS'): Promise<string[]> {
    const ids = Array.from({ length: howMany }, newId);
    await publishFacts(
      'organisation',
      ids.map((unionId, n) => ({
        type: unionEstablished,
        data: UnionEstablished.fromPartial({ unionId, name: `合成第${n + 1}工会`, kind }),
      })),
    );
    await settled();
    return ids;
  }

  async function union(kind?: string): Promise<string> {
    const [id = ''] = await unions(1, kind);
    return id;
  }

  async function close(unionId: string): Promise<void> {
    const data = UnionClosing.fromPartial({ unionId, reason: 'host_ended' });
    await publishFacts('organisation', [{ type: unionClosing, data }]);
    await settled();
  }

  async function dissolve(unionId: string, effectiveOn: string, successorId = ''): Promise<void> {
    const cause = successorId === '' ? 'dissolved' : 'merged';
    const data = UnionDissolved.fromPartial({ unionId, effectiveOn, cause, successorId });
    await publishFacts('organisation', [{ type: unionDissolved, data }]);
    await settled();
  }

  function joinBatch(unionId: string, rows: Person[], joinedOn = '2026-01-15') {
    return call('joinBatch', { unionId, joinedOn, rows });
  }

  /** The person of that number as a list shows it. */
  async function find(n: number): Promise<Member> {
    const { idNumber } = syntheticPerson(n);
    const hash = identityHash(own.vault, '01', idNumber);
    const [row] = await service.sql<{ id: string }>`
      select id from person where identity_hash = ${hash}`;
    if (!row) throw new Error(`person ${n} is not there`);
    return call('getMember', { memberId: row.id });
  }

  async function member(unionId: string, n: number, joinedOn?: string): Promise<Member> {
    await joinBatch(unionId, [syntheticPerson(n)], joinedOn);
    return find(n);
  }

  /** Makes everybody findable who joined in a large batch; the node does it all the time. */
  async function indexed(): Promise<void> {
    for (let made = 1, round = 0; made > 0 && round < 100; round += 1) {
      made = await indexSome(service.served.running);
    }
  }

  async function count(unionId: string) {
    const { active, retained, pending } = await call('countMembers', { unionId });
    return { active, retained, pending };
  }

  return {
    ...service,
    unions,
    union,
    close,
    dissolve,
    joinBatch,
    find,
    member,
    count,
    indexed,
    logLines,
  };
}

export const everybody = {
  unionId: '',
  state: '',
  memberNo: '',
  cursor: '',
  limit: 0,
};
