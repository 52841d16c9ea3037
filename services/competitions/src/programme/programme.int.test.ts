import type { Programme } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring, openCounty } from '../competition/scene.ts';
import { clerkOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { startCompetitions, type Service } from '../scene.ts';

// A programme of numbered contests ("双百千万"): what it sets itself, and what the records of contests say.

let service: Service;
let root: string;
let [north = '', south = '']: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [north = '', south = ''] = county.towns;
});
afterAll(() => service.stop());

const launch = (over: object = {}) => ({
  unionId: root,
  programmeKind: 'CONTEST',
  title: '“双百千万”竞赛工程',
  documentNo: '合工发〔2020〕3号',
  startsOn: '2020-01-01',
  endsOn: '2020-12-31',
  memberAgencies: [],
  targets: [
    { measure: 'SKILL_CONTESTS', layer: 'COUNTY', target: 2 },
    { measure: 'SKILL_CONTESTS', layer: 'GRASSROOTS', target: 1 },
    { measure: 'LABOUR_CONTESTS', layer: '', target: 1 },
    { measure: 'TRAINING_BASES', layer: 'CITY', target: 1 },
  ],
  ...over,
});
const get = ({ programmeId }: Programme, caller: object = {}) =>
  service.call('getProgramme', { programmeId }, caller);
const actuals = ({ targets }: Programme) => targets.map(({ actual }) => Number(actual));
const close = ({ programmeId, version }: Programme, closedOn = '2021-01-15') => ({
  programmeId,
  expectedVersion: version,
  closedOn,
});

test('targets are counted from what was held, layer by layer, and stand once it is closed', async () => {
  const programme = await once<Programme>(service, {
    method: 'launchProgramme',
    ask: launch(),
    changed: { title: '另一个' },
    foreign: clerkOf(north),
    unknown: 'UNION_UNKNOWN',
  });
  expect(actuals(programme)).toEqual([0, 0, 0, 0]);
  const below = { level: 'GRASSROOTS', competitionClass: 0 };
  await bring(service, root, 'RESULT_PUBLISHED');
  await bring(service, north, 'RESULT_PUBLISHED', below);
  await bring(service, south, 'RESULT_PUBLISHED', below);
  // Not held yet, of another year, or only joined: none of these counts.
  await bring(service, root, 'ENROLLING');
  const dates = { season: 2021, heldFrom: '2021-06-01', heldTo: '2021-06-02' };
  await bring(service, root, 'RESULT_PUBLISHED', dates);
  const counted = await get(programme);
  expect(actuals(counted)).toEqual([1, 2, 0, 0]);
  expect(counted.targets.map(({ attainedBp }) => attainedBp)).toEqual([5_000, 20_000, 0, 0]);
  expect(counted.targets.map(({ reached }) => reached)).toEqual([false, true, false, false]);

  const closed = await once<Programme>(service, {
    method: 'closeProgramme',
    ask: close(counted),
    changed: { closedOn: '2021-01-16' },
    foreign: clerkOf(north),
    unknown: 'PROGRAMME_UNKNOWN',
  });
  expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2021-01-15' });
  // What is found out later changes nothing of what was closed.
  await bring(service, root, 'RESULT_PUBLISHED');
  expect(actuals(await get(programme))).toEqual([1, 2, 0, 0]);
  await expect(service.call('closeProgramme', close(closed))).rejects.toThrow(
    refusedWith('PROGRAMME_CLOSED'),
  );
});

test('a town counts its own programme by its own contests; before its end none is closed', async () => {
  const season = { season: 2019, heldFrom: '2019-06-01', heldTo: '2019-06-02' };
  const below = { ...season, level: 'GRASSROOTS', competitionClass: 0 };
  await bring(service, north, 'RESULT_PUBLISHED', below);
  await bring(service, south, 'RESULT_PUBLISHED', below);
  const year = { startsOn: '2019-01-01', endsOn: '2019-12-31' };
  const targets = [{ measure: 'SKILL_CONTESTS', layer: '', target: 1 }];
  const ask = launch({ ...year, unionId: north, targets });
  const programme = await service.call('launchProgramme', ask, clerkOf(north));
  expect(actuals(programme)).toEqual([1]);
  await expect(service.call('closeProgramme', close(programme, '2019-12-30'))).rejects.toThrow(
    refusedWith('PROGRAMME_NOT_OVER'),
  );
  await expect(
    service.call('closeProgramme', { ...close(programme), expectedVersion: 9 }),
  ).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  const list = { programmeKind: 'CONTEST', cursor: '', limit: 0 };
  const seen = async (caller: object) =>
    (await service.call('listProgrammes', list, caller)).items.map(({ unionId }) => unionId);
  expect(await seen(clerkOf(north))).toEqual([north]);
  expect(await seen(clerkOf(south))).toEqual([]);
  expect(await seen({ duty: 'supervisor' })).toContain(root);
});
