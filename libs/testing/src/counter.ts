import { fact, type FactType } from '@gonglian/contracts/fact.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { openToService } from '@gonglian/service/row-security.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { pipeline } from '@gonglian/service/use-case.ts';
import { z } from 'zod';

// The smallest real service: what the mechanisms are proved on.

export interface Add {
  name: string;
  amount: number;
}

const json = {
  toJSON: (value: Add) => value,
  fromJSON: (value: unknown) => value as Add,
};
export const counterAdded = fact('counter', 'counter.added', json, (f) => f.name);
export const elsewhereAdded = fact('elsewhere', 'counter.added', json, (f) => f.name);

/** A unary method whose messages travel as JSON: no contract is needed to prove a mechanism. */
export function jsonMethod<Request, Answer>(name: string) {
  return {
    path: `/gonglian.testing.v1.TestingService/${name}`,
    requestStream: false as const,
    responseStream: false as const,
    requestSerialize: (value: Request) => Buffer.from(JSON.stringify(value)),
    requestDeserialize: (bytes: Buffer) => JSON.parse(bytes.toString()) as Request,
    responseSerialize: (value: Answer) => Buffer.from(JSON.stringify(value)),
    responseDeserialize: (bytes: Buffer) => JSON.parse(bytes.toString()) as Answer,
  };
}
const definition = {
  add: jsonMethod<Add, { total: number }>('Add'),
  read: jsonMethod<Add, { total: number }>('Read'),
};

const { command, query, reaction } = pipeline<object>();
const AddAsk = z.strictObject({ name: z.string().min(1, 'required'), amount: z.int() });

function addEmitting(type: FactType<string, Add>) {
  return command({
    schema: AddAsk,
    permission: 'counter.count.add',
    async run({ sql, emit }, ask) {
      if (ask.amount < 0) throw refused('AMOUNT_NEGATIVE');
      const [row] = await sql<{ total: string }>`
        insert into counter (name, total) values (${ask.name}, ${ask.amount})
        on conflict (name) do update set total = counter.total + ${ask.amount} returning total`;
      emit(type, ask);
      return { total: Number(row?.total) };
    },
  });
}

const read = query({
  schema: AddAsk,
  permission: 'counter.count.read',
  async run({ sql }, ask) {
    const [row] = await sql<{ total: string }>`select total from counter where name = ${ask.name}`;
    return { total: Number(row?.total ?? 0) };
  },
});

/** Adds what another service says; refuses for good the name "poison", and fails on "bug". */
const onElsewhereAdded = reaction({
  facts: [elsewhereAdded],
  async apply({ sql }, batch) {
    for (const { data } of batch) {
      if (data.name === 'poison') throw refused('POISON');
      if (data.name === 'bug') throw new Error('a bug');
      await sql`
        insert into counter (name, total) values (${data.name}, ${data.amount})
        on conflict (name) do update set total = counter.total + ${data.amount}`;
    }
  },
});

export const counterParts: ServiceParts<object, typeof definition> = {
  name: 'counter',
  definition,
  methods: { add: addEmitting(counterAdded), read },
  reactions: [onElsewhereAdded],
  entities: [],
  permissions: { 'counter.count.add': ['clerk'], 'counter.count.read': ['clerk', 'auditor'] },
  migrations: tablesOf('counter'),
};

/** The service that a counter listens to, where a test needs its outbox too. */
export const elsewhereParts: ServiceParts<object, typeof definition> = {
  ...counterParts,
  name: 'elsewhere',
  methods: { add: addEmitting(elsewhereAdded), read },
  reactions: [],
  migrations: tablesOf('elsewhere'),
};

function tablesOf(schema: string) {
  const counter = 'create table counter (name text primary key, total bigint not null);';
  return [
    {
      name: '0001-counter',
      sql: `${mechanismTables(schema)} ${counter} ${openToService(schema, 'counter')}`,
    },
  ];
}
