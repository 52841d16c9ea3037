import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bools, byteas, dates, int2s, int4s, int8s, texts } from './binary-arrays.ts';

let db: Client;

beforeAll(async () => {
  db = new Client({ connectionString: inject('postgresUrl') });
  await db.connect();
});
afterAll(() => db.end());

/** The array as PostgreSQL writes it itself. */
async function written(type: string, array: Buffer): Promise<string> {
  const { rows } = await db.query<{ written: string }>(`select ($1::${type}[])::text as written`, [
    array,
  ]);
  return rows[0]?.written ?? '';
}

const same = <Value>(value: Value): Value => value;
const digits = 'ab'.repeat(32);

test.each([
  ['bigint', int8s([0, 1, -1, 2 ** 32, -(2 ** 32) - 1], same), '{0,1,-1,4294967296,-4294967297}'],
  [
    'bigint',
    int8s([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, undefined], same),
    '{9007199254740991,-9007199254740991,NULL}',
  ],
  ['int', int4s([0, 2_147_483_647, -2_147_483_648], same), '{0,2147483647,-2147483648}'],
  ['smallint', int2s([0, 32_767, -32_768], same), '{0,32767,-32768}'],
  ['boolean', bools([true, false], same), '{t,f}'],
  [
    'date',
    dates(['2000-01-01', '1999-12-31', '2024-02-29'], same),
    '{2000-01-01,1999-12-31,2024-02-29}',
  ],
  [
    'text',
    texts(['工会', '', 'null', 'a "b" \\', '𠮷'], same),
    '{工会,"","null","a \\"b\\" \\\\",𠮷}',
  ],
  ['bytea', byteas([digits, '', 'ff'], same), `{"\\\\x${digits}",NULL,"\\\\xff"}`],
  ['bigint', int8s([], same), '{}'],
  ['text', texts([], same), '{}'],
])('%s[]', async (type, array, expected) => {
  expect(await written(type, array)).toBe(expected);
});

test('what is no whole number of its type is refused here, and another type by the database', async () => {
  expect(() => int4s([2 ** 31], same)).toThrow(RangeError);
  await expect(written('int', int8s([1], same))).rejects.toThrow('instead of expected');
});

test('a row says also where it stands', async () => {
  expect(
    await written(
      'int',
      int4s(['a', 'b'], (_, n) => n),
    ),
  ).toBe('{0,1}');
});
