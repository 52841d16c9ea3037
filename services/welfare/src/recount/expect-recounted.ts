// That the records say what the facts have said, whatever a test has done before. For tests: each area names its movements
// and what of them each of its facts tells.
import { expect } from 'vitest';
import type { Service } from '../scene.ts';

export interface ToldRow {
  unionId: string;
  on: string;
  movement: string;
  kind?: string | undefined;
  level?: string | undefined;
  source?: string | undefined;
  count?: number | undefined;
  fen?: bigint | string | number | undefined;
}

/** By fact, as its data stand in the outbox: amounts as texts, and nothing where a field has its default. */
export type Told = Readonly<Record<string, (data: never) => ToldRow[]>>;

export async function expectRecounted(service: Service, told: Told, ...movements: string[]) {
  const said = new Map<string, { count: number; fen: number }>();
  for (const { fact, data } of await service.outbox())
    for (const row of told[fact]?.(data as never) ?? []) {
      const { unionId, on, movement, kind = '', level = '', source = '' } = row;
      const key = [unionId, on.slice(0, 7), movement, kind, level, source].join(' ');
      const sum = said.get(key) ?? { count: 0, fen: 0 };
      said.set(key, sum);
      sum.count += row.count ?? 1;
      sum.fen += Number(row.fen ?? 0);
    }
  const ask = { cursor: '', limit: 0 };
  const { rows } = await service.call('recountWelfare', ask, { duty: 'auditor' });
  const line = (key: string, count: number, fen: number) => `${key}: ${count}, ${fen}`;
  const recounted = rows
    .filter(({ movement }) => movements.includes(movement))
    .map((row) =>
      line(
        [row.unionId, row.month, row.movement, row.kind, row.level, row.source].join(' '),
        Number(row.count),
        Number(row.amountFen),
      ),
    );
  const expected = [...said]
    .filter(([, { count, fen }]) => count !== 0 || fen !== 0)
    .map(([key, { count, fen }]) => line(key, count, fen));
  expect(recounted.toSorted()).toEqual(expected.toSorted());
  expect([...new Set(rows.map(({ movement }) => movement))]).toEqual(
    expect.arrayContaining(movements),
  );
}
