import type {
  CompetitionEntered,
  CompetitionHeld,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring, clerk, goOn, openCounty, step } from '../competition/scene.ts';
import { madePeople, madePerson } from '../entry/made-people.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let root: string;
let [unit = '', other = '']: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [unit = '', other = ''] = county.units;
  await service.sql`update known_union set industry = 'C3611' where union_id = ${unit}`;
  const held = await bring(service, root, 'ENROLLING');
  await enter(held, unit, 1, 3);
  await enter(held, other, 4, 2);
  await judged(await goOn(service, held, 'QUALIFYING'));
  const superior = { level: 'CITY', origin: 'JOINED', organiserName: '合成市总工会' };
  const joined = await bring(service, root, 'ENROLLING', superior);
  const { items } = await enter(joined, unit, 1, 1);
  const results = items.map(({ entryId }) => ({ entryId, rank: 3, prize: '' }));
  await service.call('recordJoinedResults', { ...step(joined), results }, clerk);
  await goOn(service, joined, 'RESULT_PUBLISHED');
  // Not over yet, and so counted nowhere.
  await enter(await bring(service, root, 'ENROLLING'), unit, 1, 3);
});
afterAll(() => service.stop());

type Contest = Awaited<ReturnType<typeof bring>>;
const idOf = ({ competitionId, trades }: Contest) => ({
  competitionId,
  tradeId: trades[0]?.tradeId ?? '',
});

function enter(contest: Contest, unionId: string, from: number, count: number) {
  const ask = { ...idOf(contest), unionId, teamName: '', people: madePeople(from, count) };
  return service.call('enterCompetition', ask, clerk);
}

/** By one judge, in one module, from the best bench to the last. */
async function judged(contest: Contest): Promise<void> {
  const { skillGrade: _, ...person } = madePerson(900);
  const judge = { ...idOf(contest), ...person, unionId: root, accountId: 'judge-1' };
  await service.call('appointJudge', judge, clerk);
  await service.call('drawBenchNumbers', step(contest), clerk);
  const final = await goOn(service, contest, 'FINAL');
  const scores = [1, 2, 3, 4, 5].map((benchNo) => ({
    benchNo,
    scoreHundredths: 9_000 - benchNo,
    seconds: 0,
  }));
  const ask = { ...idOf(contest), moduleNo: 2, scores };
  await service.call('recordScores', ask, { duty: 'member', id: 'judge-1' });
  await goOn(service, final, 'RESULT_PUBLISHED');
}

const recount = (cursor = '', limit = 0) =>
  service.call('recountCompetitions', { cursor, limit }, { duty: 'auditor' });

test('counts from the records what the facts have told', async () => {
  const { rows, nextCursor } = await recount();
  expect(nextCursor).toBe('');
  const counts = (movement: string) =>
    Object.fromEntries(
      rows
        .filter((row) => row.movement === movement)
        .map(({ unionId, organiserLevel, prize, count }) => [
          `${unionId} ${organiserLevel} ${prize}`,
          Number(count),
        ]),
    );
  expect(counts('held')).toEqual({ [`${root} COUNTY `]: 1 });
  expect(counts('joined')).toEqual({ [`${root} CITY `]: 1 });
  const told = (await service.outbox()).filter(({ fact }) => fact === 'competition.entered');
  const entered = told.map(({ data }) => ({
    place: `${String(data['unionId'])} ${String(data['organiserLevel'])} `,
    entries: Number(data['entries']),
    prizes: (data['prizes'] ?? []) as { prize: string; count: number }[],
  }));
  expect(entered).toHaveLength(3);
  const byPlace = (of: [string, number][]) => Object.fromEntries(of);
  expect(counts('unit_entered')).toEqual(byPlace(entered.map(({ place }) => [place, 1])));
  expect(counts('person_entered')).toEqual(
    byPlace(entered.map(({ place, entries }) => [place, entries])),
  );
  expect(counts('prize_won')).toEqual(
    byPlace(
      entered.flatMap(({ place, prizes }) =>
        prizes.map(({ prize, count }): [string, number] => [`${place}${prize}`, count]),
      ),
    ),
  );
  // Of five ranked there are one first, no second and two third prizes.
  const sum = Object.values(counts('prize_won')).reduce((a, b) => a + b, 0);
  expect(sum).toBe(3);
});

test('of trades, provinces, industries, teams and ranks the records say what the facts have told', async () => {
  const { rows } = await recount();
  const of = (movement: string) =>
    rows
      .filter((row) => row.movement === movement)
      .map(({ unionId, kind, prize, count }) => `${unionId} ${kind}${prize} ${count}`)
      .toSorted();
  const facts = await service.outbox();
  const [held] = facts.filter(({ fact }) => fact === 'competition.held');
  if (!held) throw new Error('nothing was held');
  const { tradeCodes, regionCodes, teams } = held.data as unknown as CompetitionHeld;
  expect([tradeCodes.length, regionCodes, teams]).toEqual([1, ['32'], 2]);
  expect(of('trade_held')).toEqual([`${root} ${tradeCodes[0]} 1`]);
  expect(of('province_entered')).toEqual([`${root} 32 1`]);
  expect(of('team_entered')).toEqual([`${root}  2`]);
  // The unit was in two contests that are over, of one of which it brought a rank home.
  expect(of('industry_entered')).toEqual([`${unit} C36 2`]);
  expect(of('rank_achieved')).toEqual([`${unit} 3 1`]);
  const entered = facts
    .filter(({ fact }) => fact === 'competition.entered')
    .map(({ data }) => data as unknown as CompetitionEntered);
  const ranked = entered.filter(({ ranks }) => (ranks ?? []).length > 0);
  expect(ranked).toMatchObject([
    { unionId: unit, industry: 'C36', ranks: [{ rank: 3, count: 1 }] },
  ]);
});

test('the same trade has one code, however it is written', async () => {
  const [row] = await service.sql<{ same: boolean; other: boolean }>`
    select competitions.title_code('ＣＮＣ 车工') = competitions.title_code('cnc车工') as same,
      competitions.title_code('车工') = competitions.title_code('钳工') as other`;
  expect(row).toEqual({ same: true, other: false });
});

test('goes on behind its cursor, for whoever may recount', async () => {
  const pages = [await recount('', 3)];
  while (pages.at(-1)?.nextCursor) pages.push(await recount(pages.at(-1)?.nextCursor, 3));
  const { rows } = await recount();
  expect(pages.flatMap((page) => page.rows)).toEqual(rows);
  await expect(recount('nobody~2020-01')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  const ask = { cursor: '', limit: 0 };
  const chair = service.call('recountCompetitions', ask, { duty: 'chair' });
  await expect(chair).rejects.toMatchObject({ kind: 'forbidden' });
});
