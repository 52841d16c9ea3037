import type {
  SpendingAlert,
  SpendingAlertCount,
  SpendingAlertList,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { ALERT_KINDS, alertLimits, type AlertKind } from './limits.ts';
import { READERS, type AlertRow } from './read-alerts.ts';

/** Of a kind; who has more than these has to begin somewhere. */
const SHOWN_MAX = 100;

export const listSpendingAlerts = query({
  schema: z.strictObject({
    unionId: optionalId,
    kind: z.string().pipe(z.enum(['', ...ALERT_KINDS], 'unknown_code')),
  }),
  permission: 'finance.alert.read',
  unions: ({ unionId }) => (unionId === '' ? [] : [unionId]),
  async run({ sql, now }, { unionId, kind }): Promise<SpendingAlertList> {
    const of = { ...alertLimits(chinaDate(now)), unionId, shown: SHOWN_MAX };
    const kinds = kind === '' ? ALERT_KINDS : [kind];
    const found: (readonly [AlertKind, AlertRow[]])[] = [];
    for (const one of kinds) found.push([one, await READERS[one](sql, of)]);
    const rows = found.flatMap(([one, some]) => some.map((row) => ({ ...row, kind: one })));
    const names = await namesOf(sql, rows);
    return {
      items: rows.map((row) => alertView(row, names.get(row.unionId) ?? '')),
      counts: found.flatMap(([one, [first]]) => (first ? [countOf(one, first)] : [])),
    };
  },
});

function countOf(kind: AlertKind, first: AlertRow): SpendingAlertCount {
  const { count, firstDueOn: dueOn, oldestOn } = first;
  return { kind, count, dueOn, oldestOn };
}

function alertView(row: AlertRow & { kind: AlertKind }, unionName: string): SpendingAlert {
  const { kind, unionId, recordId, recordName, sinceOn, dueOn } = row;
  return {
    kind,
    unionId,
    unionName,
    recordId,
    recordName,
    amountFen: BigInt(row.amountFen),
    againstFen: BigInt(row.againstFen),
    sinceOn,
    dueOn,
    voucherNo: BigInt(row.voucherNo),
  };
}

async function namesOf(sql: Sql, rows: readonly AlertRow[]): Promise<Map<string, string>> {
  const unionIds = [...new Set(rows.map(({ unionId }) => unionId))];
  const found = await sql<{ id: string; name: string }>`
    select union_id as id, name from known_union where union_id = any(${unionIds}::uuid[])`;
  return new Map(found.map(({ id, name }) => [id, name]));
}
