// What policy and row-level security cost: the same reads by a clerk, through both, and by the owner of the database,
// who is subject to neither. Called by find-members.bench.ts, which has the members.
import { accessOf } from '@gonglian/service/access.ts';
import { openDatabase, transact } from '@gonglian/service/database.ts';
import { openTx, type Running } from '@gonglian/service/handler.ts';
import { authorise } from '@gonglian/service/policy.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import { median, type BenchRow } from '@gonglian/testing/bench.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { parts } from '../service.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import type { Own } from '../pipeline.ts';
import { getMember } from './get-member.ts';
import { listMembers } from './list-members.ts';

const COST_MAX = 1.25;
const ROUNDS = 400;

type Read = (tx: Reading<Own>) => Promise<unknown>;

export async function measureFloor(
  running: Running<Own>,
  settings: ServiceSettings,
  actor: Actor,
  of: { unionId: string; memberIds: readonly string[] },
): Promise<BenchRow[]> {
  const owner = { ...settings.database, role: settings.database.owner };
  const bare = await openDatabase({ ...settings, database: owner }, parts.name, parts.entities);
  const access = accessOf(actor);
  const reading = (em: EntityManager): Reading<Own> => ({
    ...openTx(running, em, actor, new Date(), access).tx,
    token: '',
  });
  const through = (permission: string, read: Read) => {
    authorise(actor, access.reach, permission, undefined);
    return transact(running.orm, access, (em) => read(reading(em)));
  };
  const past = (read: Read) =>
    bare.em.fork().transactional((em) => read(reading(em as EntityManager)));
  const page = { unionId: of.unionId, state: '', memberNo: '', cursor: '', limit: 50 };
  const memberId = (n: number) => of.memberIds[n % of.memberIds.length] ?? '';
  const reads: [string, string, (n: number) => Read][] = [
    ['a page of members', listMembers.permission, () => (tx) => listMembers.run(tx, page as never)],
    [
      'one member',
      getMember.permission,
      (n) => (tx) => getMember.run(tx, { memberId: memberId(n) } as never),
    ],
  ];
  const rows: BenchRow[] = [];
  for (const [name, permission, read] of reads) {
    const [withBoth, without]: [number[], number[]] = [[], []];
    // Turn by turn, so that whatever else the machine does weighs on both.
    for (let n = 0; n < ROUNDS; n += 1) {
      withBoth.push(await timed(() => through(permission, read(n))));
      without.push(await timed(() => past(read(n))));
    }
    const [value, limitValue] = [median(withBoth), median(without)];
    const ratio = value / limitValue;
    rows.push({
      name: `${name} through policy and row-level security, median`,
      value,
      unit: 'ms',
      limitName: 'the same without them',
      limitValue,
      ratio,
      goal: `at most ${COST_MAX} times`,
      met: ratio <= COST_MAX,
    });
  }
  await bare.close();
  return rows;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
