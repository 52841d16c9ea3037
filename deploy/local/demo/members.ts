import { addDays, lastDayOfMonth } from '@gonglian/kernel/dates.ts';
import { inParallel, type NodeClient } from '../node-api.ts';
import type { NewUnion } from './foundings.ts';
import { person, type PersonRow } from './people.ts';
import type { YearPlan } from './plan.ts';
import { shares } from './random.ts';
import type { UnionRow } from './unions.ts';

interface Joining {
  plan: YearPlan;
  nodeNumber: number;
  base: readonly UnionRow[];
  founded: readonly NewUnion[];
  random: () => number;
  say: (line: string) => void;
}

export interface Batch {
  unionId: string;
  joinedOn: string;
  rows: PersonRow[];
}

const rowsPerCall = 2_000;
/** So many of the year's recruits apply one by one, on the telephone; the others come by collective registration. */
const singleApplications = 60;

/**
 * The members there were before the year, then the year's recruits: kindergarten staff, new unions, old unions. Answers
 * the former, a batch a union.
 */
export async function joinMembers(client: NodeClient, joining: Joining): Promise<Batch[]> {
  const { plan, say } = joining;
  const existing = baseBatches(joining);
  let done = 0;
  let said = 0;
  await inParallel([...existing.entries()], 4, async ([n, batch]) => {
    await join(client, batch, `base ${n}`);
    done += batch.rows.length;
    if (done - said >= 20_000) {
      said = done;
      say(`${done} of ${plan.baseMembers} members of before the year`);
    }
  });
  const recruits = recruitBatches(joining);
  await inParallel([...recruits.entries()], 4, ([n, batch]) => join(client, batch, `recruit ${n}`));
  await applyOneByOne(client, joining);
  say(`${plan.recruited} members recruited`);
  return existing;
}

async function join(client: NodeClient, batch: Batch, key: string): Promise<void> {
  for (let at = 0; at < batch.rows.length; at += rowsPerCall) {
    const rows = batch.rows.slice(at, at + rowsPerCall);
    const answer = await client.post<{ refused: { row: number; code: string }[] }>(
      '/members/batches',
      `join ${key} ${at}`,
      { ...batch, rows },
    );
    const [first] = answer.refused;
    if (first) throw new Error(`member ${first.row} of ${key} was refused: ${first.code}`);
  }
}

function baseBatches({ plan, nodeNumber, base, random }: Joining): Batch[] {
  const sizes = shares(plan.baseMembers, base.length, random, 5);
  let next = 0;
  return base.map((union, n) => {
    const from = next;
    next += sizes[n] ?? 0;
    const earliest = union.establishedOn > '2012-01-01' ? union.establishedOn : '2012-01-01';
    return {
      unionId: union.unionId,
      joinedOn: addDays(earliest, Math.floor(random() * 900)),
      rows: Array.from({ length: next - from }, (_, k) => person(nodeNumber, from + k)),
    };
  });
}

function recruitBatches({ plan, nodeNumber, base, founded, random }: Joining): Batch[] {
  const singles = Math.min(singleApplications, Math.floor(plan.recruited / 20));
  const gardens = founded.filter((union) => union.kindergarten);
  const others = founded.filter((union) => !union.kindergarten);
  const inNewUnions = Math.floor((plan.recruited - plan.kindergartenStaff) * 0.35);
  const inOldUnions = plan.recruited - plan.kindergartenStaff - inNewUnions - singles;
  const hosts = base.slice(-Math.min(base.length, Math.max(3, Math.round(inOldUnions / 22))));
  let next = singles;
  const take = (count: number, workerGroup: string) =>
    Array.from({ length: count }, () => ({ ...person(nodeNumber, next++, true), workerGroup }));
  const batches: Batch[] = [];
  const fill = (unions: readonly (NewUnion | UnionRow)[], whole: number, workerGroup: string) => {
    if (unions.length === 0 || whole === 0) return;
    const sizes = shares(whole, unions.length, random);
    for (const [n, union] of unions.entries()) {
      const joinedOn = 'foundedOn' in union ? union.foundedOn : dayIn2020(n);
      batches.push({ unionId: union.unionId, joinedOn, rows: take(sizes[n] ?? 0, workerGroup) });
    }
  };
  fill(gardens, plan.kindergartenStaff, 'kindergarten_staff');
  fill(others, inNewUnions, '');
  fill(hosts, inOldUnions, '');
  return batches;
}

function dayIn2020(n: number): string {
  const month = `2020-${String((n % 12) + 1).padStart(2, '0')}`;
  const last = Number(lastDayOfMonth(month).slice(8));
  return `${month}-${String((n % last) + 1).padStart(2, '0')}`;
}

interface Membership {
  memberId: string;
  version: number;
}

async function applyOneByOne(
  client: NodeClient,
  { plan, nodeNumber, base }: Joining,
): Promise<void> {
  const singles = Math.min(singleApplications, Math.floor(plan.recruited / 20));
  await inParallel([...Array(singles).keys()], 4, async (n) => {
    const union = base[(n * 31) % base.length];
    if (!union) return;
    const day = dayIn2020(n);
    const applied = await client.post<Membership>('/members/applications', `apply ${n}`, {
      unionId: union.unionId,
      person: person(nodeNumber, n, true),
      channel: n % 2 === 0 ? 'APP' : 'ONLINE',
      appliedOn: day,
    });
    await client.post(`/members/${applied.memberId}/approval`, `approve ${n}`, {
      approvedOn: day,
      expectedVersion: applied.version,
    });
  });
}

interface MemberRow extends Membership {
  unionId: string;
  state: string;
  joinedOn: string;
}

/**
 * Some retire, some leave, some change their union. None of it touches what was recruited. Each is found by number, so
 * that a load that is run again meets the same people, and leaves alone whom it has moved already.
 */
export async function moveMembers(
  client: NodeClient,
  plan: YearPlan,
  existing: readonly Batch[],
): Promise<void> {
  const moves = plan.retained + plan.left + plan.transferred;
  await inParallel([...Array(moves).keys()], 4, async (n) => {
    const union = existing[n % existing.length];
    const other = existing[(n + 1) % existing.length];
    const wanted = union?.rows[Math.floor(n / existing.length)];
    if (!wanted || !other) return;
    const { items } = await client.post<{ items: MemberRow[] }>('/members/search', `find ${n}`, {
      text: wanted.idNumber,
    });
    const [member] = items;
    if (member?.state !== 'ACTIVE' || member.unionId !== union?.unionId) return;
    const { memberId, version } = member;
    const effectiveOn = dayIn2020(n) > member.joinedOn ? dayIn2020(n) : '2020-12-30';
    const key = `move ${n} ${memberId}`;
    if (n < plan.retained) {
      const body = { reason: 'retired', effectiveOn, expectedVersion: version };
      await client.post(`/members/${memberId}/retention`, key, body);
    } else if (n < plan.retained + plan.left) {
      const body = { how: 'left', effectiveOn, expectedVersion: version };
      await client.post(`/members/${memberId}/end`, key, body);
    } else {
      await transfer(client, key, { memberId, toUnionId: other.unionId, effectiveOn });
    }
  });
}

async function transfer(
  client: NodeClient,
  key: string,
  wish: { memberId: string; toUnionId: string; effectiveOn: string },
): Promise<void> {
  interface Transfer {
    transferId: string;
    version: number;
  }
  const asked = await client.post<Transfer>('/transfers', key, { ...wish, askedBy: 'member' });
  const path = `/transfers/${asked.transferId}`;
  const confirmed = await client.post<Transfer>(`${path}/confirmation`, `${key} confirm`, {
    expectedVersion: asked.version,
  });
  await client.post(`${path}/acceptance`, `${key} accept`, { expectedVersion: confirmed.version });
}
