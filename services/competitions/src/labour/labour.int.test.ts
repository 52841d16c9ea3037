import type {
  Competition,
  LabourEntry,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring, clerk, goOn, openCounty, refusedWith, step } from '../competition/scene.ts';
import { startCompetitions, type Service } from '../scene.ts';

// A labour competition bound to a key project, from the units that sign up to their prizes.

let service: Service;
let root: string;
let [unit = '', other = '']: string[] = [];
const today = chinaDate(new Date());
const project = {
  kind: 'LABOUR',
  competitionClass: 0,
  trades: [],
  name: '合成县重点工程劳动竞赛',
  projectName: '合成大桥工程',
  season: Number(today.slice(0, 4)),
  heldFrom: addDays(today, -40),
  heldTo: addDays(today, 40),
};

beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [unit = '', other = ''] = county.units;
});
afterAll(() => service.stop());

const at = (unionId: string) => ({ duty: 'clerk', scope: unionId, id: `of-${unionId}` }) as const;
const askOf = ({ competitionId }: Competition, unionId: string, workers: number) => ({
  competitionId,
  unionId,
  workers,
  targets: [
    { title: '完成产值', measure: '万元', targetHundredths: 100_000n },
    { title: '合格率', measure: '%', targetHundredths: 9_800n },
  ],
});
const signUp = (competition: Competition, unionId: string, workers = 120) =>
  service.call('signUpUnit', askOf(competition, unionId, workers), at(unionId));
const report = (entry: LabourEntry, month: string, value: bigint, caller: object = at(unit)) => {
  const [target] = entry.targets;
  const values = [{ targetId: target?.targetId ?? '', valueHundredths: value }];
  return service.call('recordLabourProgress', { entryId: entry.entryId, month, values }, caller);
};
const evaluate = (entry: LabourEntry, scoreHundredths: number, caller: object = clerk) =>
  service.call(
    'evaluateUnit',
    { entryId: entry.entryId, scoreHundredths, remark: '目标完成' },
    caller,
  );

test('a unit signs up once, for itself, with targets', async () => {
  const competition = await bring(service, root, 'ENROLLING', project);
  expect(competition.projectName).toBe('合成大桥工程');
  const ask = askOf(competition, unit, 120);
  await expect(service.call('signUpUnit', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(service.call('signUpUnit', ask, at(other))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const keyed = { ...at(unit), key: newId() };
  const entry = await service.call('signUpUnit', ask, keyed);
  expect(entry).toMatchObject({ workers: 120, evaluated: false, targets: [{ attainedBp: 0 }, {}] });
  expect(await service.call('signUpUnit', ask, keyed)).toEqual(entry);
  await expect(service.call('signUpUnit', { ...ask, workers: 1 }, keyed)).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(signUp(competition, unit)).rejects.toThrow(refusedWith('UNIT_TWICE'));
  const contest = await bring(service, root, 'ENROLLING');
  await expect(signUp(contest, unit)).rejects.toThrow(refusedWith('COMPETITION_OF_PERSONS'));
  await expect(
    service.call('getLabourEntry', { entryId: entry.entryId }, at(other)),
  ).rejects.toThrow(refusedWith('ENTRY_UNKNOWN', 'not_found'));
});

test('monthly progress adds up, the evaluation ranks, and workers are counted', async () => {
  const enrolling = await bring(service, root, 'ENROLLING', project);
  const first = await signUp(enrolling, unit, 120);
  const second = await signUp(enrolling, other, 80);
  await expect(report(first, today.slice(0, 7), 1n)).rejects.toThrow(
    refusedWith('COMPETITION_STATE'),
  );
  const running = await goOn(service, enrolling, 'QUALIFYING');
  const before = addDays(today, -31).slice(0, 7);
  await report(first, before, 99n);
  await report(first, before, 30_000n); // in place of what was said
  const reached = await report(first, today.slice(0, 7), 55_000n);
  const months = before === today.slice(0, 7) ? 1 : 2;
  expect(reached.targets[0]).toMatchObject({ attainedBp: months === 2 ? 8_500 : 5_500, months });
  await expect(report(first, '1999-01', 1n)).rejects.toThrow(refusedWith('PROGRESS_MONTH_OUTSIDE'));
  await expect(report(first, before, 1n, at(other))).rejects.toThrow(
    refusedWith('ENTRY_UNKNOWN', 'not_found'),
  );
  await expect(evaluate(first, 9_000)).rejects.toThrow(refusedWith('COMPETITION_STATE'));
  const final = await goOn(service, running, 'FINAL');
  await expect(evaluate(second, 9_000)).rejects.toThrow(refusedWith('LABOUR_WITHOUT_PROGRESS'));
  await expect(evaluate(first, 9_000, at(unit))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  expect(await evaluate(first, 9_000)).toMatchObject({ evaluated: true });
  const lock = { ...step(final), toState: 'SCORING_LOCKED', appealHours: 0 };
  await expect(service.call('stepCompetition', lock, clerk)).rejects.toThrow(
    refusedWith('EVALUATION_MISSING'),
  );
  await report(second, before, 1n, at(other));
  await evaluate(second, 9_500);
  const published = await goOn(service, final, 'RESULT_PUBLISHED');
  const list = { competitionId: published.competitionId, tradeId: '', cursor: '', limit: 0 };
  const { items } = await service.call('listCompetitionResults', list, clerk);
  expect(items).toMatchObject([
    { unionId: other, rank: 1, totalHundredths: 9_500, prize: 'FIRST', personNameMasked: '' },
    { unionId: unit, rank: 2, totalHundredths: 9_000, prize: '' },
  ]);
  const told = (await service.outbox()).filter(
    ({ data }) => data['competitionId'] === published.competitionId,
  );
  expect(told[0]?.data).toMatchObject({ kind: 'LABOUR', entries: 200, units: 2 });
  const recounted = await service.call(
    'recountCompetitions',
    { cursor: '', limit: 0 },
    { duty: 'auditor' },
  );
  const workers = recounted.rows.filter(({ movement }) => movement === 'person_entered');
  expect(workers.map(({ unionId, count }) => [unionId, count]).toSorted()).toEqual(
    [
      [unit, 120n],
      [other, 80n],
    ].toSorted(),
  );
});
