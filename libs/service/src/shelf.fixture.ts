import { fact } from '@gonglian/contracts/fact.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { openToService } from './row-security.ts';
import { jsonMethod } from '@gonglian/testing/counter.ts';
import { defineEntity, LockMode, p } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { ServiceParts } from './serve.ts';
import { pipeline } from './use-case.ts';

// A service whose commands fail in every way that a database can make them fail.

const ItemSchema = defineEntity({
  name: 'Item',
  tableName: 'item',
  properties: {
    id: p.string().primary(),
    label: p.string(),
    amount: p.integer(),
    shelf: p.string().nullable(),
    version: p.integer().version(),
  },
});
class Item extends ItemSchema.class {}
ItemSchema.setClass(Item);

interface Ask {
  id: string;
  label: string;
  amount: number;
  version: number;
}
const none: Ask = { id: '', label: '', amount: 0, version: 0 };
export const ask = (given: Partial<Ask>): Ask => ({ ...none, ...given });

const itemMoved = fact(
  'shelf',
  'item.moved',
  { toJSON: (value: Ask) => value, fromJSON: (value) => value as Ask },
  (f) => f.id,
);

/** What a test waits for in the middle of a command. */
export interface Own {
  pause(at: string): Promise<void>;
  /** How often each command was begun. */
  begun: string[];
}

const schema = z.strictObject({
  id: z.string(),
  label: z.string(),
  amount: z.int(),
  version: z.int(),
});
const permission = 'shelf.item.write';
const { command, query } = pipeline<Own>();

const add = command({
  schema,
  permission,
  async run({ em, emit }, { id, label, amount }) {
    em.create(Item, { id, label, amount, shelf: label === 'nowhere' ? 'x' : null });
    emit(itemMoved, ask({ id }));
    return { amount };
  },
});

const move = command({
  schema,
  permission,
  async run({ em, emit }, { id, amount, version }) {
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
    const item = await em.findOneOrFail(Item, id, lock);
    item.amount += amount;
    emit(itemMoved, ask({ id, amount }));
    return { amount: item.amount };
  },
});

/** Locks one item after the other, in the order given by `label`. */
const swap = command({
  schema,
  permission,
  async run({ sql, emit, own }, { id, label }) {
    own.begun.push(id);
    for (const [n, item] of label.split(',').entries()) {
      await sql`update item set amount = amount + 1 where id = ${item}`;
      if (n === 0) await own.pause(id);
    }
    emit(itemMoved, ask({ id }));
    return { amount: 0 };
  },
});

/** Sleeps for `amount` ms, at most for `version`. */
const sleep = command({
  schema,
  permission,
  async run({ sql, emit }, { id, amount, version }) {
    await sql`select set_config('statement_timeout', ${String(version)}, true)`;
    await sql`select pg_sleep(${amount / 1000})`;
    emit(itemMoved, ask({ id }));
    return { amount };
  },
});

const fail = command({
  schema,
  permission,
  async run({ sql }, { label }) {
    if (label === 'rule') throw refused('NO', { label });
    if (label === 'sql') await sql`insert into item values ('a', ${label}, 0, null, 1)`;
    await sql`select ${label}::text::int`; // a bug: the database quotes the value in what it says
    return { amount: 0 };
  },
});

const get = query({
  schema,
  permission: 'shelf.item.read',
  async run({ sql }, { id }) {
    const [row] = await sql<{ amount: number }>`select amount from item where id = ${id}`;
    return { amount: row?.amount ?? -1 };
  },
});

const method = (name: string) => jsonMethod<Ask, { amount: number }>(name);
const definition = {
  add: method('Add'),
  move: method('Move'),
  swap: method('Swap'),
  sleep: method('Sleep'),
  fail: method('Fail'),
  get: method('Get'),
};

export const shelfParts: ServiceParts<Own, typeof definition> = {
  name: 'shelf',
  definition,
  methods: { add, move, swap, sleep, fail, get },
  reactions: [],
  entities: [ItemSchema],
  permissions: { 'shelf.item.write': ['clerk', 'admin'], 'shelf.item.read': ['clerk', 'auditor'] },
  migrations: [
    {
      name: '0001-items',
      sql: `${mechanismTables('shelf')}
        create table shelf (name text primary key);
        create table item (id text primary key, label text not null unique, amount int not null
          check (amount >= 0), shelf text references shelf, version int not null default 1);
        ${openToService('shelf', 'shelf')} ${openToService('shelf', 'item')}`,
    },
  ],
};
