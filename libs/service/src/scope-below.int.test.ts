import { newId } from '@gonglian/kernel/id.ts';
import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { createDatabase } from '@gonglian/testing/database.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { reachFunctions, reachTables } from './row-security.ts';
import { scopeBelow } from './scope-below.ts';

// The lines above every union, however the edges of the tree come and move.

const migration = { name: '0001-below', sql: mechanismTables('below') };
let url: string;
let client: Client;
beforeAll(async () => {
  ({ url } = await createDatabase(inject('postgresUrl'), 'below', [migration]));
  client = await connect();
});
beforeEach(() => client.query('delete from scope_edge'));
afterAll(() => client.end());

async function connect(): Promise<Client> {
  const made = new Client({ connectionString: url, options: '-c search_path=below' });
  await made.connect();
  return made;
}

const [root, north, south, mill, shop] = [newId(), newId(), newId(), newId(), newId()];

function place(edges: readonly (readonly [string, string | null])[], by = client) {
  return by.query(
    `insert into scope_edge select * from unnest($1::uuid[], $2::uuid[])
     on conflict (union_id) do update set parent_id = excluded.parent_id`,
    [edges.map(([union]) => union), edges.map(([, parent]) => parent)],
  );
}

async function below(unionId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select union_id as id from scope_below where above_id = $1',
    [unionId],
  );
  return rows.map(({ id }) => id).toSorted();
}

test('a union stands below all above it, whichever edge was known first', async () => {
  await place([[shop, mill]]);
  await place([[mill, north]]);
  await place([
    [root, null],
    [north, root],
    [south, root],
  ]);
  expect(await below(root)).toEqual([north, south, mill, shop].toSorted());
  expect(await below(north)).toEqual([mill, shop].toSorted());
  expect(await below(shop)).toEqual([]);
});

test('what is moved takes all below it along, and what goes is below nobody', async () => {
  await place([
    [root, null],
    [north, root],
    [south, root],
    [mill, north],
    [shop, mill],
  ]);
  await place([[mill, south]]);
  expect(await below(north)).toEqual([]);
  expect(await below(south)).toEqual([mill, shop].toSorted());
  await client.query('delete from scope_edge where union_id = $1', [shop]);
  expect(await below(root)).toEqual([north, south, mill].toSorted());
});

test('a line that comes back to itself ends, and puts nobody below himself', async () => {
  await place([
    [north, south],
    [south, north],
    [mill, north],
  ]);
  expect(await below(south)).toEqual([north, mill].toSorted());
  expect(await below(north)).toEqual([south, mill].toSorted());
});

test('whatever was moved how, it is what going down the tree finds', async () => {
  const unions = Array.from({ length: 60 }, newId);
  let seed = 7;
  const pick = (count: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * count);
  };
  for (let round = 0; round < 40; round += 1) {
    const moved = new Map(
      Array.from({ length: 1 + pick(4) }, () => {
        const at = 1 + pick(unions.length - 1);
        return [unions[at] ?? '', unions[pick(at)] ?? ''] as const;
      }),
    );
    await place([...moved]);
  }
  const { rows } = await client.query(`
    with recursive found (above_id, union_id) as (
      select parent_id, union_id from scope_edge where parent_id is not null
      union
      select f.above_id, e.union_id from found f join scope_edge e on e.parent_id = f.union_id)
    (select * from found except select * from scope_below)
    union all (select * from scope_below except select * from found)`);
  expect(rows).toEqual([]);
});

test('a database that was there before has its lines written down', async () => {
  const old = await connect();
  await old.query('begin');
  await old.query(
    "create schema before; set local search_path = before; set local gonglian.reach = 'all'",
  );
  await old.query(reachTables('before'));
  await place(
    [
      [shop, mill],
      [mill, root],
      [north, root],
      [root, null],
    ],
    old,
  );
  await old.query(reachFunctions('before') + scopeBelow('before'));
  const { rows } = await old.query(
    'select union_id as id from before.scope_below where above_id = $1 order by id',
    [root],
  );
  expect(rows.map(({ id }) => id)).toEqual([north, mill, shop].toSorted());
  await old.query('rollback');
  await old.end();
});

test('who joins below a union while it is moved is moved with it', async () => {
  await place([
    [root, null],
    [north, root],
    [south, root],
    [mill, north],
  ]);
  const mover = await connect();
  const joiner = await connect();
  await mover.query('begin');
  await place([[mill, south]], mover);
  const joining = place([[shop, mill]], joiner);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await mover.query('commit');
  await joining;
  expect(await below(south)).toEqual([mill, shop].toSorted());
  expect(await below(north)).toEqual([]);
  await Promise.all([mover.end(), joiner.end()]);
});
