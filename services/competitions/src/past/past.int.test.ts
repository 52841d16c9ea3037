import { randomUUID } from 'node:crypto';
import { newId } from '@gonglian/kernel/id.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, openCounty, refusedWith } from '../competition/scene.ts';
import { madePerson } from '../entry/made-people.ts';
import { HASH, LI } from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let root: string;
let town: string;
let [works = '', mill = '']: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  [root, town] = [county.root, county.towns[0] ?? ''];
  [works = '', mill = ''] = county.units;
});
afterAll(() => service.stop());

const entrant = (n: number, rank = 0, prize = '') => {
  const { personName, idNumber } = madePerson(n);
  return { personName, idNumber, rank, prize };
};
const contest = (over: object = {}) => ({
  unionId: root,
  name: '合成县焊工技能竞赛',
  level: 'COUNTY',
  competitionClass: 2,
  basisDocument: '合工发〔2020〕8号',
  heldFrom: '2020-06-01',
  heldTo: '2020-06-02',
  prizeFen: 600_000n,
  organisingFen: 400_000n,
  teams: [
    { unionId: works, trade: '焊工', people: [entrant(1, 1, 'FIRST'), entrant(2, 3)] },
    { unionId: mill, trade: '焊工', people: [entrant(3, 2, 'SECOND')] },
    { unionId: mill, trade: '电工', people: [entrant(4)] },
  ],
  ...over,
});
const held = (over: object = {}, caller: object = clerk) =>
  service.call('recordPastCompetition', contest(over), caller);
const suggestion = (over: object = {}) => ({
  ...LI,
  unionId: works,
  title: '改进夹具',
  content: '换成气动夹具',
  submittedOn: '2020-03-01',
  adopted: true,
  answer: '采纳',
  answeredOn: '2020-03-20',
  ...over,
});
const suggested = (rows: object[], caller: object = clerk) =>
  service.call('recordPastSuggestions', { rows: rows as never }, caller);
const hazard = (over: object = {}) => ({
  ...LI,
  unionId: root,
  place: '三号车间',
  content: '电线老化',
  photoSha256: HASH,
  reportedOn: '2020-05-01',
  employerUnionId: works,
  fixed: true,
  outcome: '已更换',
  closedOn: '2020-05-03',
  ...over,
});
const reported = (rows: object[], caller: object = clerk) =>
  service.call('recordPastHazards', { rows: rows as never }, caller);

test('a contest of an old list is over, with whoever was in it and what they won', async () => {
  const recorded = await held();
  expect(recorded).toMatchObject({ state: 'ARCHIVED', figure: 'OWN', entries: 4, units: 2 });
  expect(recorded.trades.map(({ title, taken }) => [title, taken])).toEqual([
    ['焊工', 3],
    ['电工', 1],
  ]);
  const { competitionId } = recorded;
  const ask = { competitionId, tradeId: '', cursor: '', limit: 0 };
  const { items } = await service.call('listCompetitionResults', ask, clerk);
  expect(items.map(({ rank, prize }) => [rank, prize])).toEqual([
    [1, 'FIRST'],
    [2, 'SECOND'],
    [3, ''],
  ]);
  const facts = (await service.outbox()).filter(({ key }) => key === competitionId);
  expect(facts.map(({ fact }) => fact).toSorted()).toEqual([
    'competition.entered',
    'competition.entered',
    'competition.held',
  ]);
  expect(facts.find(({ fact }) => fact === 'competition.held')?.data).toMatchObject({
    organiserLevel: 'COUNTY',
    heldOn: '2020-06-02',
    entries: 4,
  });
  await held({ unionId: town, level: 'GRASSROOTS', competitionClass: 0 });
  const { rows } = await service.call(
    'recountCompetitions',
    { cursor: '', limit: 0 },
    { duty: 'auditor' },
  );
  const of = (movement: string) => rows.filter((row) => row.movement === movement);
  expect(
    of('held')
      .map(({ organiserLevel, amountFen }) => [organiserLevel, amountFen])
      .toSorted(),
  ).toEqual([
    ['COUNTY', 1_000_000n],
    ['GRASSROOTS', 1_000_000n],
  ]);
  expect(of('person_entered').reduce((sum, { count }) => sum + Number(count), 0)).toBe(8);
});

test('suggestions and hazard reports are answered when they are taken over, and nothing is due', async () => {
  const rows = [suggestion(), suggestion({ adopted: false, answer: '条件不具备' })];
  expect(await suggested(rows)).toEqual({ recorded: 2 });
  const page = { unionId: works, state: '', cursor: '', limit: 0 };
  const { items } = await service.call('listSuggestions', page, clerk);
  expect(items.map(({ state, submittedOn }) => [state, submittedOn]).toSorted()).toEqual([
    ['ADOPTED', '2020-03-01'],
    ['REJECTED', '2020-03-01'],
  ]);
  expect(await reported([hazard(), hazard({ fixed: false })])).toEqual({ recorded: 2 });
  await expectRecounted(service, 'suggestion_submitted', 'hazard_reported');
});

test('what is not long over, or of a union that is not known, is not taken over', async () => {
  const yesterday = addDays(chinaDate(new Date()), -1);
  const recent = refusedWith('PAST_TOO_RECENT');
  await expect(held({ heldTo: yesterday })).rejects.toThrow(recent);
  await expect(suggested([suggestion(), suggestion({ answeredOn: yesterday })])).rejects.toThrow(
    recent,
  );
  await expect(reported([hazard({ closedOn: yesterday })])).rejects.toThrow(recent);
  await expect(held({ competitionClass: 0 })).rejects.toThrow(
    refusedWith('COMPETITION_CLASS_UNKNOWN'),
  );
  const twice = [{ unionId: works, trade: '焊工', people: [entrant(1), entrant(1)] }];
  await expect(held({ teams: twice })).rejects.toThrow(refusedWith('ENTRANT_TWICE'));
  const nobody = [{ unionId: newId(), trade: '焊工', people: [entrant(1)] }];
  await expect(held({ teams: nobody })).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
});

test('forbidden, replay, another body, foreign scope', async () => {
  const forbidden = expect.objectContaining({ kind: 'forbidden' });
  for (const duty of ['member', 'auditor']) {
    await expect(held({}, { duty })).rejects.toThrow(forbidden);
    await expect(suggested([suggestion()], { duty })).rejects.toThrow(forbidden);
    await expect(reported([hazard()], { duty })).rejects.toThrow(forbidden);
  }
  const key = randomUUID();
  const once = await held({}, { ...clerk, key });
  expect(await held({}, { ...clerk, key })).toEqual(once);
  await expect(held({ name: '另一项竞赛' }, { ...clerk, key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  const elsewhere = { duty: 'clerk', scope: mill };
  const foreign = refusedWith('UNION_UNKNOWN', 'not_found');
  await expect(held({}, elsewhere)).rejects.toThrow(foreign);
  await expect(suggested([suggestion()], elsewhere)).rejects.toThrow(foreign);
  await expect(reported([hazard({ unionId: mill })], elsewhere)).rejects.toThrow(foreign);
});
