import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { placeConsumer, streamAdmin } from '@gonglian/messaging/streams.ts';
import { startReactions } from '@gonglian/service/consumers.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { toldRecords } from '../indicator/told-records.ts';
import { parts } from '../service.ts';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import {
  annul,
  dissolve,
  elect,
  endAudit,
  enterContest,
  establish,
  holdContest,
  inspect,
  join,
  joinContest,
  settle,
  township,
} from '../told.ts';

let city: SceneNode;
let county: SceneNode;
let east: string;
let factory: string;

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['CITY', 'COUNTY']);
  [city, county] = chain as [SceneNode, SceneNode];
  const town = township(county.root);
  const works = establish(town.id, { industry: 'P8310' });
  const gone = establish(county.root);
  [east, factory] = [town.id, works.id];
  await county.tell(
    town,
    works,
    gone,
    elect(works.id, '2026-05-05'),
    dissolve(gone.id, '2026-06-06'),
  );
  await county.tell(
    join(works.id, '2026-03-03'),
    join(works.id, '2026-03-03', { newForms: ['courier'] }),
  );
  await expectValue(city, 2, 'members_total', '2026');
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
});
beforeEach(async () => {
  await county.service.settled();
});

const verify = (node: SceneNode) =>
  node.service.call('verify', { waitSeconds: 10 }, { duty: 'auditor' });

test('two neighbours agree on what was said, position by position', async () => {
  const below = await verify(county);
  expect(below).toMatchObject({ clean: true, settled: true, differences: [], problems: [] });
  expect(below.recordsChecked).toBeGreaterThan(5n);
  const above = await eventually(async () => {
    const answer = await verify(city);
    expect(answer.subordinatePositions[county.region]).toBe(below.upwardPosition);
    return answer;
  });
  expect(above.clean).toBe(true);
  expect(above.subordinateRoots[county.region]).toBe(below.upwardRoot);
  expect(below.upwardRoot).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  {
    planted: "a union's own number",
    check: 'records',
    change: () => county.service.sql`
      update union_cell set value = value + 5
      where union_id = ${factory} and indicator = 'members_recruited' and dims = '' returning 1`,
    undo: () => county.service.sql`
      update union_cell set value = value - 5
      where union_id = ${factory} and indicator = 'members_recruited' and dims = ''`,
    found: {
      indicator: 'members_recruited',
      period: '2026-03',
      dims: '',
      stored: 7n,
      recounted: 2n,
    },
  },
  {
    planted: "a township's cell",
    check: 'units',
    change: () => county.service.sql`
      update cell set value = value + 3
      where union_id = ${east} and indicator = 'unions_total' and dims = '' returning 1`,
    undo: () => county.service.sql`
      update cell set value = value - 3
      where union_id = ${east} and indicator = 'unions_total' and dims = ''`,
    found: { scope: 'subtree', period: '2026-03', stored: 4n, recounted: 1n },
  },
  {
    planted: "the root's sum",
    check: 'parts',
    change: () => county.service.sql`
      update cell set value = value - 1 where union_id = ${county.root} and scope = 'subtree'
        and indicator = 'union_reelections_completed' returning 1`,
    undo: () => county.service.sql`
      update cell set value = value + 1 where union_id = ${county.root} and scope = 'subtree'
        and indicator = 'union_reelections_completed'`,
    found: {
      indicator: 'union_reelections_completed',
      period: '2026-05',
      stored: 0n,
      recounted: 1n,
    },
  },
  {
    planted: 'a cell without any record',
    check: 'records',
    change: () => county.service.sql`
      insert into union_cell (union_id, indicator, dims, period, value)
      values (${factory}, 'members_total', '', '1999-01', 8) returning 1`,
    undo: () => county.service.sql`delete from union_cell where period = '1999-01'`,
    found: { period: '1999-01', stored: 8n, recounted: 0n },
  },
  {
    planted: 'a sum over a year',
    check: 'parts',
    change: () => county.service.sql`
      update cell_year set value = 99
      where union_id = ${east} and indicator = 'members_total' and dims = '' returning 1`,
    undo: () => county.service.sql`
      update cell_year set value = 2
      where union_id = ${east} and indicator = 'members_total' and dims = ''`,
    found: { period: '2026', stored: 99n, recounted: 2n },
  },
])('finds $planted that was changed behind its back', async ({ check, change, undo, found }) => {
  expect(await change()).toHaveLength(1);
  const unclean = await verify(county);
  expect(unclean.clean).toBe(false);
  expect(unclean.differences).toContainEqual(expect.objectContaining({ ...found, check }));
  await undo();
  expect(await verify(county)).toMatchObject({ clean: true, differences: [] });
});

test('names what is wrong besides numbers', async () => {
  await county.service.sql`
    insert into parked (consumer, source, position, envelope, reason)
    values ('sync', 'urn:gonglian:node:x:membership', 7, '{}', 'TEST')`;
  const { clean, problems } = await verify(county);
  expect({ clean, problems }).toEqual({
    clean: false,
    problems: ['parked: 1 of urn:gonglian:node:x:membership'],
  });
  await county.service.sql`delete from parked`;
});

test('runs once at a time', async () => {
  const answers = await Promise.allSettled([verify(county), verify(county)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refusal = { kind: 'busy', code: 'VERIFICATION_RUNNING' };
  expect(answers).toContainEqual({ status: 'rejected', reason: expect.objectContaining(refusal) });
});

test('is for who may read, and asks for no longer wait than is reasonable', async () => {
  const long = county.service.call('verify', { waitSeconds: 121 });
  await expect(long).rejects.toMatchObject({
    code: 'FIELD_INVALID',
    details: { field: 'waitSeconds' },
  });
});

test('who is annulled is counted nowhere any more, and the records agree', async () => {
  const mistaken = join(factory, '2025-11-11', { sex: 'female', newForms: ['courier'] });
  await county.tell(mistaken);
  await expectValue(city, 3, 'members_total', '2026');
  expect(await county.read('members_recruited', '2025-11')).toBe(1);
  await county.tell(annul(mistaken));
  await expectValue(city, 2, 'members_total', '2026');
  for (const dims of ['', 'sex=female', 'worker_group=new_form']) {
    expect(await county.read('members_recruited', '2025-11', dims)).toBe(0);
  }
  expect(await verify(county)).toMatchObject({ clean: true, differences: [], problems: [] });
});

test('refunds and audits are counted where they were, and the records agree', async () => {
  await county.tell(
    settle(county.root, '2025-12-20'),
    settle(county.root, '2025-12-21'),
    settle(county.root, '2025-12-21', 'welfare'),
    endAudit(factory, '2025-12-01', { byFirm: true }),
    endAudit(factory, '2025-12-02'),
    endAudit(county.root, '2025-12-03', { kind: 'SAME_LEVEL' }),
    inspect(factory, '2025-11-30'),
    inspect(county.root, '2025-12-04'),
    inspect(factory, '2025-12-05', '2025-11-30'),
  );
  await expectValue(city, 2, 'dues_refund_enterprises', '2025');
  await expectValue(city, 261_748, 'dues_refund_yuan', '2025');
  await expectValue(city, 3, 'audits_performed', '2025');
  await expectValue(city, 2, 'finance_inspection_units', '2025');
  expect(await county.read('finance_inspection_units', '2025-12')).toBe(2);
  const firms = 'auditor=external_agency;direction=down';
  expect(await county.read('audits_performed', '2025-12', 'direction=down')).toBe(2);
  expect(await county.read('audits_performed', '2025-12', firms)).toBe(1);
  expect(await verify(county)).toMatchObject({ clean: true, differences: [], problems: [] });
});

test('contests held, held below and only joined are counted apart, and the records agree', async () => {
  const town = { organiserLevel: 'GRASSROOTS' };
  await county.tell(
    holdContest(county.root, '2024-06-02'),
    holdContest(east, '2024-06-03', town),
    holdContest(east, '2024-07-03', town),
    holdContest(county.root, '2024-08-01', { kind: 'MIXED' }),
    joinContest(county.root, '2024-09-01'),
    enterContest(factory, '2024-06-02', 5),
    enterContest(factory, '2024-09-01', 2),
  );
  await expectValue(city, 3, 'skill_competitions_held', '2024');
  await expectValue(city, 1, 'skill_competitions_joined', '2024');
  await expectValue(city, 1, 'labour_competitions_held', '2024');
  await expectValue(city, 7, 'competition_participants', '2024');
  await expectValue(city, 2, 'competition_units', '2024');
  await expectValue(city, 2, 'competition_prizes_won', '2024');
  const held = (level: string, month: string) =>
    county.read('skill_competitions_held', month, `organiser_level=${level}`);
  expect(await held('county', '2024-06')).toBe(1);
  expect(await held('grassroots', '2024-06')).toBe(1);
  expect(await held('grassroots', '2024-07')).toBe(1);
  expect(await county.read('competition_prizes_won', '2024-06', 'prize=first')).toBe(1);
  expect(await verify(county)).toMatchObject({ clean: true, differences: [], problems: [] });
});

test('each fact of honours, innovation and learning moves its cells, once, and the records agree', async () => {
  const records = toldRecords(factory);
  const sums = new Map<string, number>();
  for (const cell of records.flatMap(({ cells }) => cells)) {
    const at = cell.indexOf(' ');
    const key = cell.slice(at + 1);
    sums.set(key, (sums.get(key) ?? 0) + Number(cell.slice(0, at)));
  }
  await county.tell(...records);
  await county.service.settled();
  const counted = async () => {
    const { rows } = await county.service.call('getRollup', { unionId: east, period: '2023-01' });
    return new Map(rows.map((row) => [`${row.indicator} ${row.dims}`, Number(row.subtree)]));
  };
  const once = await counted();
  for (const [key, sum] of sums) expect(`${key} ${once.get(key) ?? 0}`).toBe(`${key} ${sum}`);
  await deliverAgain(county, 'competitions');
  expect(await counted()).toEqual(once);
  await expectValue(city, 900, 'safety_activity_participants', '2023');
  await expectValue(city, 1_200_000, 'economic_benefit_yuan', '2023');
  expect(await verify(county)).toMatchObject({ clean: true, differences: [], problems: [] });
  const planted = county.service.sql`
    update union_cell set value = value + 2 where indicator = 'honours_individuals' and dims = '' returning 1`;
  expect(await planted).toHaveLength(1);
  expect((await verify(county)).differences).toContainEqual(
    expect.objectContaining({ indicator: 'honours_individuals', stored: 5n, recounted: 3n }),
  );
  await county.service.sql`
    update union_cell set value = value - 2 where indicator = 'honours_individuals' and dims = ''`;
});

/** As a broker that has had no acknowledgement delivers: all of a stream from its beginning. */
async function deliverAgain({ service, region }: SceneNode, from: string): Promise<void> {
  const { consumers, connection, running } = service.served;
  await Promise.all([...consumers.values()].map((consumer) => consumer.stop()));
  const manager = await streamAdmin(connection);
  await placeConsumer(manager, `gl_${region}_${from}`, 'sync', 0, 100);
  const log = createLog({ node: region }, 'fatal');
  const again = startReactions(running, connection, parts.reactions, log);
  for (const [name, consumer] of again) consumers.set(name, consumer);
  await county.tell(elect(factory, '2022-02-02'));
  await expectValue(county, 1, 'union_reelections_completed', '2022');
  await service.settled();
}
