// The promise behind every published number: what the facts say moved is what the spells say moved.
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { MemberCodes as Codes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { addDays, monthOf, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import type { OutboxRow } from '@gonglian/testing/service.ts';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  record,
  type Arbitrary,
} from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import { codesKey } from './codes.ts';

let scene: Scene;
let unions: string[];
beforeAll(async () => {
  scene = await startScene();
  unions = await scene.unions(3);
});
afterAll(() => scene.stop());

const PEOPLE = 3;
const verbs = [
  'join',
  'apply',
  'approve',
  'reject',
  'retain',
  'reactivate',
  'end',
  'move',
] as const;
const step = record({
  verb: constantFrom(...verbs),
  person: nat(PEOPLE - 1),
  union: nat(2),
  /** From the day of the step before: same days, months and years meet, and some days go back. */
  days: integer({ min: -2, max: 25 }),
  form: constantFrom('contract', 'platform'),
});
type Step = typeof step extends Arbitrary<infer S> ? S : never;

/** Runs a step; a refusal is an answer like any other, and changes nothing. */
async function take(
  n: number,
  effectiveOn: CalendarDate,
  { verb, union, form }: Step,
): Promise<void> {
  const unionId = unions[union] ?? '';
  const row = syntheticPerson(n, { employmentForm: form });
  if (verb === 'join') {
    await scene.joinBatch(unionId, [row], effectiveOn);
    return;
  }
  if (verb === 'apply') {
    const paper = { channel: 'PAPER', appliedOn: effectiveOn, joinToken: '', consent: undefined };
    await scene.call('applyToJoin', { unionId, person: row, ...paper });
    return;
  }
  const { memberId, version: expectedVersion } = await scene.find(n);
  const ask = { memberId, expectedVersion, effectiveOn };
  if (verb === 'retain') await scene.call('retainMembership', { ...ask, reason: 'retired' });
  if (verb === 'reactivate') await scene.call('reactivateMembership', { ...ask, unionId });
  if (verb === 'end') {
    await scene.call('endMembership', { ...ask, how: 'left', decisionDocNo: '' });
  }
  if (verb === 'approve') {
    const { effectiveOn: approvedOn, ...approval } = ask;
    await scene.call('approveApplication', { ...approval, approvedOn });
  }
  if (verb === 'reject') {
    await scene.call('rejectApplication', { memberId, expectedVersion, reason: 'incomplete' });
  }
  if (verb === 'move') {
    const asked = { memberId, toUnionId: unionId, effectiveOn, askedBy: 'sender' };
    const { transferId } = await scene.call('requestTransfer', asked);
    await scene.call('acceptTransfer', { transferId, expectedVersion: 1, reason: '' });
  }
}

type Tally = Map<string, number>;

function add(tally: Tally, unionId: unknown, on: unknown, movement: string, codes: unknown): void {
  const key = [unionId, monthOf(String(on)), movement, codesKey(Codes.fromJSON(codes))].join(' ');
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

/** What a reader of the facts counts, as the contract says. */
function movementsOf(facts: readonly OutboxRow[]): Tally {
  const tally: Tally = new Map();
  for (const { fact, data } of facts) {
    const { unionId, fromUnionId, toUnionId, joinedOn, effectiveOn, codes, wasRetained } = data;
    if (fact === 'member.approved') add(tally, unionId, joinedOn, 'recruited', codes);
    if (fact === 'member.retained') add(tally, unionId, effectiveOn, 'retained', codes);
    if (fact === 'member.reactivated') add(tally, unionId, effectiveOn, 'reactivated', codes);
    if (fact === 'member.left' && !wasRetained) add(tally, unionId, effectiveOn, 'left', codes);
    if (fact === 'member.transferred') {
      add(tally, fromUnionId, effectiveOn, 'moved_out', codes);
      add(tally, toUnionId, effectiveOn, 'moved_in', codes);
    }
  }
  return tally;
}

async function recounted(): Promise<Tally> {
  const tally: Tally = new Map();
  let cursor = '';
  do {
    const page = await scene.call('recountMembers', { cursor, limit: 50 });
    for (const { unionId, month, movement, codes, count } of page.rows) {
      tally.set(
        [unionId, month, movement, codesKey(codes as MemberCodes)].join(' '),
        Number(count),
      );
    }
    cursor = page.nextCursor;
  } while (cursor !== '');
  return tally;
}

test('whatever happens, facts and recount agree', { timeout: 120_000 }, async () => {
  let world = 0;
  let taken = 0;
  await assert(
    asyncProperty(array(step, { minLength: 25, maxLength: 40 }), async (steps) => {
      world += 1;
      let day = '2024-11-20';
      for (const one of steps) {
        day = addDays(day, one.days);
        try {
          await take(world * PEOPLE + one.person, day, one);
          taken += 1;
        } catch (error) {
          if (!isRefusal(error) && !/is not there/.test(String(error))) throw error;
        }
      }
      const [said, counted] = [movementsOf(await scene.outbox()), await recounted()];
      expect(Object.fromEntries([...said].toSorted())).toEqual(
        Object.fromEntries([...counted].toSorted()),
      );
    }),
    { numRuns: 8, endOnFailure: true },
  );
  expect(taken).toBeGreaterThan(40);
});

test('a merger is counted like single transfers', async () => {
  const [old = '', successor = ''] = await scene.unions(2);
  const rows = Array.from({ length: 30 }, (_, n) => syntheticPerson(100_000 + n));
  await scene.joinBatch(old, rows, '2025-11-20');
  const { memberId } = await scene.find(100_000);
  const ask = { memberId, reason: 'retired', effectiveOn: '2025-12-01', expectedVersion: 1 };
  await scene.call('retainMembership', ask);
  await scene.dissolve(old, '2026-01-31', successor);
  expect(movementsOf(await scene.outbox())).toEqual(await recounted());
});

test('each active member has one open spell, at its union; nobody else has one', async () => {
  const odd = await scene.sql`
    select m.member_id from membership m
    left join spell s on s.member_id = m.member_id and s.ended_on is null
    where (m.state = 'ACTIVE') <> (s.member_id is not null) or s.union_id <> m.union_id`;
  expect(odd).toEqual([]);
});
