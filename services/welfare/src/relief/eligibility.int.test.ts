import { clerkOf } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centre, declaration, household } from '../hardship/scene.ts';
import { startRelief, type ReliefScene } from './scene.ts';

let scene: ReliefScene;
let call: ReliefScene['call'];
beforeAll(async () => {
  scene = await startRelief();
  call = scene.call;
});
afterAll(() => scene.service.stop());

const ask = { moneySource: 'UNION_OWN', months: 3 };
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const part = (cursor: string, limit: number) =>
  call('proposeReliefBatch', { ...ask, projectCode: 'bf', cursor, limit }, centre);

test('seen before and proposed in parts: the same households, each up to what it has left', async () => {
  const wage = { incomes: [{ moneyKind: 'WAGE', amountFen: 8_000_000n }] };
  const relative = () => ({ people: household(), declaration: declaration(wage) });
  await scene.onRegister({}, 'NATIONAL');
  const full = await scene.onRegister();
  await scene.approved(full, { amountFen: 1_128_000n });
  const most = await scene.onRegister();
  await scene.approved(most, { amountFen: 1_000_000n });
  await scene.onRegister(relative());
  const studied = await scene.onRegister(relative());
  const [child] = await scene.service.sql<{ id: string }>`
    select person_id as id from household_person where file_id = ${studied.fileId} and relation = 'CHILD'`;
  const school = { programme: 'STUDY', studyStage: 'COMPULSORY', personId: child?.id ?? '' };
  await scene.approved(studied, { ...school, amountFen: 1n });
  await scene.open(await scene.union());
  const preview = await call('previewRelief', ask, centre);
  expect(preview.rows).toEqual([
    { category: 'DEEP', fileLevel: 'CITY', households: 1n, amountFen: 128_000n },
    { category: 'DEEP', fileLevel: 'NATIONAL', households: 1n, amountFen: 282_000n },
    { category: 'RELATIVE', fileLevel: 'CITY', households: 1n, amountFen: 282_000n },
  ]);
  expect(preview).toMatchObject({ households: 3n, totalFen: 692_000n });
  const central = await call('previewRelief', { ...ask, moneySource: 'CENTRAL_FISCAL' }, centre);
  expect(central).toMatchObject({ households: 1n, totalFen: 282_000n });
  const parts = [await part('', 2)];
  while ((parts.at(-1)?.nextCursor ?? '') !== '' && parts.length < 9)
    parts.push(await part(parts.at(-1)?.nextCursor ?? '', 2));
  const sum = (of: (one: (typeof parts)[number]) => bigint) =>
    parts.reduce((all, one) => all + of(one), 0n);
  expect(sum(({ proposed }) => BigInt(proposed))).toBe(3n);
  expect(sum(({ totalFen }) => totalFen)).toBe(692_000n);
  // Who waits already is not proposed again.
  expect(await part('', 0)).toMatchObject({ proposed: 0, nextCursor: '' });
  const all = { unionId: '', fileId: '', programme: 'LIVING', state: 'PROPOSED' };
  const { items } = await call('listReliefGrants', { ...all, cursor: '', limit: 0 }, centre);
  expect(items).toHaveLength(3);
  expect(items.map(({ accountMasked }) => accountMasked)).toEqual(['', '', '']);
});

test('a union sees and proposes nothing of the whole node', async () => {
  const below = clerkOf(await scene.union());
  await expect(call('previewRelief', ask, below)).rejects.toThrow(forbidden);
  const batch = { ...ask, projectCode: '', cursor: '', limit: 0 };
  await expect(call('proposeReliefBatch', batch, below)).rejects.toThrow(forbidden);
  await expect(call('previewRelief', ask, { duty: 'auditor' })).rejects.toThrow(forbidden);
});
