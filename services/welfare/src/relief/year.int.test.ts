import { askFinance, settled } from '@gonglian/payout/scene.ts';
import { clerkOf, factsOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import {
  HARDSHIP_MOVEMENTS,
  RELIEF_MOVEMENTS,
  TOLD_OF_HOUSEHOLDS,
} from '../recount/told-households.ts';
import { cadre, centre, day, declaration, household, step, today } from '../hardship/scene.ts';
import { startRelief, type ReliefScene } from './scene.ts';

let scene: ReliefScene;
let call: ReliefScene['call'];
beforeAll(async () => {
  scene = await startRelief();
  call = scene.call;
});
afterAll(() => scene.service.stop());

const forbidden = expect.objectContaining({ kind: 'forbidden' });
const chair = (n: number) => ({ duty: 'chair', id: `chair-${n}` }) as const;
type File = Awaited<ReturnType<ReliefScene['onRegister']>>;
const childOf = async ({ fileId }: File) => {
  const [child] = await scene.service.sql<{ id: string }>`
    select person_id as id from household_person where file_id = ${fileId} and relation = 'CHILD'`;
  return child?.id ?? '';
};
const usedOf = async (owner: string) => {
  const rows = await scene.service.sql<{ programme: string; fen: string }>`
    select programme, used_fen::text as fen from relief_year where owner_id = ${owner} order by 1`;
  return Object.fromEntries(rows.map(({ programme, fen }) => [programme, fen]));
};

test('two approvals at once do not cross the cap of a household: one is refused', async () => {
  const file = await scene.onRegister();
  const half = { amountFen: 600_000n };
  const grants = [
    await scene.reviewed(file, half),
    await scene.reviewed(file, { ...half, moneySource: 'DONATION' }),
  ];
  const two = await Promise.allSettled(
    grants.map((grant, n) => scene.approve(grant, {}, chair(n + 1))),
  );
  expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(two.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'RELIEF_CAP_CROSSED', details: { capFen: 1_128_000, usedFen: 600_000 } } },
  ]);
  expect(await usedOf(file.fileId)).toEqual({ '': '600000', LIVING: '600000' });
});

test('across sources up to the last fen, and not one more', async () => {
  const file = await scene.onRegister();
  await scene.approved(file, { amountFen: 1_000_000n });
  await scene.approved(file, { amountFen: 128_000n, moneySource: 'LOCAL_FISCAL' });
  const more = await scene.reviewed(file, { amountFen: 1n, moneySource: 'INTEREST' });
  await expect(scene.approve(more)).rejects.toThrow(refusedWith('RELIEF_CAP_CROSSED'));
  // An order of a fen above the whole year is refused before anybody has looked at it.
  const whole = scene.propose(await scene.onRegister(), { amountFen: 1_128_001n });
  await expect(whole).rejects.toThrow(refusedWith('RELIEF_CAP_CROSSED'));
});

test('school is a cap of each student; the household’s year is one over all programmes', async () => {
  const file = await scene.onRegister();
  const student = { programme: 'STUDY', studyStage: 'COMPULSORY', personId: await childOf(file) };
  const missing = scene.propose(file, { ...student, studyStage: '' });
  await expect(missing).rejects.toThrow(refusedWith('RELIEF_NOT_COVERED'));
  await expect(scene.propose(file, { ...student, personId: file.fileId })).rejects.toThrow(
    refusedWith('HOUSEHOLD_PERSON_UNKNOWN', 'not_found'),
  );
  const approved = await scene.approved(file, { ...student, amountFen: 300_000n });
  expect(approved).toMatchObject({ capFen: 300_000n, personNameMasked: '李*诺' });
  const medical = { programme: 'MEDICAL', selfPaidFen: 30_000_000n, invoiceNos: ['Y-1'] };
  const large = await scene.reviewed(file, { ...medical, amountFen: 19_700_001n });
  const superior = { superiorDocumentNo: '全总〔1〕号' };
  await expect(scene.approve(large, superior)).rejects.toThrow(refusedWith('RELIEF_YEAR_CROSSED'));
});

test('relative hardship has one programme a year', async () => {
  const people = household();
  const wage = { incomes: [{ moneyKind: 'WAGE', amountFen: 8_000_000n }] };
  const file = await scene.onRegister({ people, declaration: declaration(wage) });
  expect(file.category).toBe('RELATIVE');
  await scene.approved(file, { amountFen: 100_000n });
  const student = { programme: 'STUDY', studyStage: 'COMPULSORY', personId: await childOf(file) };
  const second = await scene.reviewed(file, { ...student, amountFen: 100_000n });
  await expect(scene.approve(second)).rejects.toThrow(refusedWith('RELIEF_SINGLE_PROGRAMME'));
});

test('rejected or taken back, the year has room again; relief paid is income of the next reckoning', async () => {
  const people = household();
  const file = await scene.onRegister({ people });
  const approved = await scene.approved(file, { amountFen: 1_128_000n });
  await call('rejectRelief', scene.onDay(approved, today, 'DUPLICATE'), chair(2));
  expect(await usedOf(file.fileId)).toEqual({ '': '0', LIVING: '0' });
  const grant = await scene.published(file, { amountFen: 1_128_000n });
  const { payoutId } = await scene.order([grant]);
  await askFinance(scene.service);
  const found = scene.finance.payments.get(`${payoutId}/1`);
  const said = {
    paymentId: found?.paymentId ?? '',
    unionId: scene.root,
    sourceId: `${payoutId}/1`,
  };
  const fact = settled({ ...said, sourceService: 'welfare' }, 1, 1_128_000n, today);
  await scene.service.publishFacts('finance', [fact]);
  await scene.service.settled();
  // Verified now, the 11,280 yuan count: (60,000 + 11,280 − 30,000) ÷ 12 ÷ 3 is above 940.
  const { version } = await call('getHardshipFile', { fileId: file.fileId }, centre);
  const opened = await call(
    'openHardshipVerification',
    step({ ...file, version }, day(1)),
    cadre(file.unionId),
  );
  const declared = await call(
    'declareHousehold',
    {
      fileId: file.fileId,
      expectedVersion: opened.version,
      people,
      declaration: declaration(),
      guardianConsented: true,
    },
    cadre(file.unionId),
  );
  expect(declared.category).toBe('RELATIVE');
  const stands = await call('verifyHardshipFile', step(declared), centre);
  expect(stands.state).toBe('IN_RELIEF');
  const paid = await scene.get(grant.grantId);
  const bare = call('recoverRelief', scene.onDay(paid, today), centre);
  await expect(bare).rejects.toThrow(refusedWith('RELIEF_REASON_MISSING'));
  const back = await call('recoverRelief', scene.onDay(paid, today, 'MATERIALS_FALSE'), centre);
  expect(back).toMatchObject({ state: 'RECOVERED', recoveredOn: today });
  expect(await usedOf(file.fileId)).toEqual({ '': '0', LIVING: '0' });
  expect(await factsOf(scene.service, 'relief.recovered', grant.grantId)).toMatchObject([
    { programme: 'LIVING', moneySource: 'UNION_OWN', amountFen: '1128000', recoveredOn: today },
  ]);
});

test('the auditor follows the money and sees no illness', async () => {
  const file = await scene.onRegister();
  const grant = await scene.propose(file, {
    programme: 'MEDICAL',
    selfPaidFen: 700_000n,
    invoiceNos: ['A-1'],
  });
  const seen = await scene.get(grant.grantId, { duty: 'auditor' });
  expect(seen).toMatchObject({ amountFen: 300_000n, personNameMasked: '李*明' });
  expect(
    JSON.stringify(seen, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)),
  ).not.toMatch(/尿毒症|ILLNESS|700000|A-1/);
  await expect(scene.get(grant.grantId, { duty: 'supervisor' })).rejects.toThrow(forbidden);
  await expect(scene.get(grant.grantId, clerkOf(await scene.union()))).rejects.toThrow(
    refusedWith('RELIEF_GRANT_UNKNOWN', 'not_found'),
  );
  const all = { unionId: file.unionId, fileId: '', programme: '', state: '', cursor: '', limit: 0 };
  expect((await call('listReliefGrants', all, { duty: 'finance' })).items).toHaveLength(1);
  const { items } = await call('listReliefProgrammes', { onDate: day(0) }, { duty: 'member' });
  expect(items.map(({ programme }) => programme)).toEqual([
    'LIVING',
    'MEDICAL',
    'STUDY',
    'TEMPORARY',
  ]);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  const filed = HARDSHIP_MOVEMENTS.slice(0, 2);
  await expectRecounted(scene.service, TOLD_OF_HOUSEHOLDS, ...filed, ...RELIEF_MOVEMENTS);
});
