import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring, clerk, openCounty, refusedWith, step } from '../competition/scene.ts';
import { madePeople } from '../entry/made-people.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let root: string;
let [unit = '']: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 1);
  root = county.root;
  [unit = ''] = county.units;
});
afterAll(() => service.stop());

const at = (unionId: string) => ({ duty: 'clerk', scope: unionId, id: `of-${unionId}` }) as const;
const idOf = (c: Competition) => ({
  competitionId: c.competitionId,
  tradeId: c.trades[0]?.tradeId ?? '',
});

test('of a contest that is only joined there are entries, results and a fact of its own', async () => {
  const dates = { season: 2033, heldFrom: '2033-06-01', heldTo: '2033-06-02' };
  const superior = { level: 'CITY', origin: 'JOINED', organiserName: '合成市总工会' };
  const joined = await bring(service, root, 'ENROLLING', { ...dates, ...superior });
  const publish = { ...step(joined), toState: 'RESULT_PUBLISHED', appealHours: 0 };
  await expect(service.call('stepCompetition', publish, clerk)).rejects.toThrow(
    refusedWith('JOINED_WITHOUT_ENTRY'),
  );
  const enter = { ...idOf(joined), unionId: unit, teamName: '', people: madePeople(1, 2) };
  const { items } = await service.call('enterCompetition', enter, at(unit));
  const results = items.map(({ entryId }, n) => ({ entryId, rank: n + 1, prize: 'FIRST' }));
  const ask = { ...step(joined), results };
  const [first] = results;
  await expect(
    service.call('recordJoinedResults', { ...ask, results: [...results, ...results] }, clerk),
  ).rejects.toThrow(refusedWith('ENTRANT_TWICE'));
  await expect(
    service.call(
      'recordJoinedResults',
      { ...ask, results: [{ rank: 1, prize: '', ...first, entryId: newId() }] },
      clerk,
    ),
  ).rejects.toThrow(refusedWith('ENTRY_UNKNOWN', 'not_found'));
  await expect(service.call('recordJoinedResults', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(service.call('recordJoinedResults', ask, at(unit))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const keyed = { ...clerk, key: newId() };
  expect(await service.call('recordJoinedResults', ask, keyed)).toEqual({ recorded: 2 });
  expect(await service.call('recordJoinedResults', ask, keyed)).toEqual({ recorded: 2 });
  await expect(
    service.call('recordJoinedResults', { ...ask, results: results.slice(1) }, keyed),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await service.call('stepCompetition', publish, clerk);
  const told = (await service.outbox()).filter(
    ({ data }) => data['competitionId'] === joined.competitionId,
  );
  expect(told.map(({ fact, data }) => ({ fact, ...data }))).toMatchObject([
    { fact: 'competition.joined', organiserLevel: 'CITY', entries: 2, units: 1 },
    {
      fact: 'competition.entered',
      unionId: unit,
      entries: 2,
      prizes: [{ prize: 'FIRST', count: 2 }],
    },
  ]);
});
