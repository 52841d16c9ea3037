import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { syntheticPerson, testOwn } from './fixtures.ts';
import { parts } from './service.ts';
import { everybody } from './scene.ts';
const backends = await startBackends({ durable: false });
const s = await startTestService(parts, testOwn(), { backends });
const unions = Array.from({ length: 100 }, newId);
await s.publishFacts('organisation', unions.map((unionId) => ({ type: unionEstablished, data: { unionId, name: '甲', kind: 'SINGLE_GRASSROOTS' } })));
await s.settled();
let t = performance.now();
for (let n = 0; n < 120; n += 1) {
  const rows = Array.from({ length: 1000 }, (_, k) => syntheticPerson(n * 1000 + k));
  await s.call('joinBatch', { unionId: unions[n % 20]!, joinedOn: '2026-01-15', rows });
}
console.log('joined', performance.now() - t);
const time = async (name: string, f: () => Promise<unknown>) => {
  await f();
  const t = performance.now();
  for (let i = 0; i < 10; i += 1) await f();
  console.log(name, ((performance.now() - t) / 10).toFixed(1), 'ms');
};
const all = await s.call('listMembers', { ...everybody, limit: 50 });
const mid = (await s.sql<{ id: string }>`select member_id as id from membership order by member_id offset 60000 limit 1`)[0]!.id;
await s.sql`analyze`;
const ex = async (unionId: string | null, state: string | null, cursor: string | null, hashes: Buffer[] | null = null) => { for (const r of await s.sql<any>`explain (analyze, buffers) select m.member_id as "memberId", m.union_id as "unionId", u.name as "unionName", m.state,
        m.member_no as "memberNo", m.joined_on::text as "joinedOn", m.channel,
        m.codes_id as "codesId", m.version, p.id_number as "idNumber", p.name, p.phone
      from membership m join person p on p.id = m.member_id
      left join union_state u on u.union_id = m.union_id
      where (${cursor}::uuid is null or m.member_id > ${cursor}::uuid)
        and (${unionId}::uuid is null or m.union_id = ${unionId}::uuid)
        and (${state}::text is null or m.state = ${state}::text)
        and (${hashes}::bytea[] is null or p.identity_hash = any(${hashes}::bytea[]))
      order by m.member_id limit 50`) console.log(r['QUERY PLAN']); };
await ex(unions[3]!, 'ACTIVE', mid);
await ex(null, null, mid);
await time('first page', () => s.call('listMembers', { ...everybody }));
await time('mid page', () => s.call('listMembers', { ...everybody, cursor: mid }));
await time('mid page 200', () => s.call('listMembers', { ...everybody, cursor: mid, limit: 200 }));
await time('union', () => s.call('listMembers', { ...everybody, unionId: unions[3]! }));
await time('union+state', () => s.call('listMembers', { ...everybody, unionId: unions[3]!, state: 'ACTIVE', cursor: mid }));
await time('state retained', () => s.call('listMembers', { ...everybody, state: 'RETAINED' }));
await time('state active', () => s.call('listMembers', { ...everybody, state: 'ACTIVE', cursor: mid }));
await time('union+retained', () => s.call('listMembers', { ...everybody, unionId: unions[3]!, state: 'RETAINED' }));
await time('idNumber', () => s.call('listMembers', { ...everybody, idNumber: syntheticPerson(77777).idNumber }));
await time('memberNo', () => s.call('listMembers', { ...everybody, memberNo: all.items[3]!.memberNo }));
await time('get', () => s.call('getMember', { memberId: mid }));
await time('count', () => s.call('countMembers', { unionId: unions[3]! }));
await time('recount', () => s.call('recountMembers', { cursor: '', limit: 5000 }));
await s.stop(); await backends.stop();
