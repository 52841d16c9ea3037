// What was sealed is never rewritten, by a migration either: one may add tables beside the ledger's and replace its
// functions, and the chain that was posted before it recomputes after it.
import { expect, test } from 'vitest';
import { APPENDED } from '../migrations/ledger-tables.ts';
import { parts } from '../service.ts';

const SEALED = APPENDED.join('|');
const REWRITES = new RegExp(
  String.raw`(?:^|[^\w'])(?:update|delete\s+from|truncate(?:\s+table)?|alter\s+table(?:\s+only)?|drop\s+table|insert\s+into)\s+(?:finance\.)?(?:${SEALED})(?:_\d{4})?\b(?!_)`,
  'gi',
);

/** What stands within functions runs when they are called, under the guards. */
const outsideFunctions = (sql: string) => sql.replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, '');
const later = parts.migrations.filter(({ name }) => name > '0002-ledger');

test('the ledger is at the beginning, and others follow', () => {
  expect(later.length).toBeGreaterThan(5);
  expect(later).toHaveLength(parts.migrations.length - 2);
});

test.each(later.map(({ name, sql }) => [name, sql] as const))(
  '%s rewrites nothing sealed',
  (_, sql) => {
    expect(outsideFunctions(sql).match(REWRITES) ?? []).toEqual([]);
  },
);

test.each([
  [`update voucher set summary = ''`, 1],
  ['alter table finance.leg add column x int;', 1],
  ['DELETE FROM move_2026 where no = 1', 1],
  ['create table x (y int); alter table block drop column body', 1],
  ['alter table account_balance add column x int', 0],
  ['create function f() returns void language sql as $$ insert into voucher select 1 $$', 0],
  ['create trigger t before update on leg execute function f()', 0],
])('it knows what it looks for: %s', (sql, found) => {
  expect(outsideFunctions(sql).match(REWRITES) ?? []).toHaveLength(found);
});
