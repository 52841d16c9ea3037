// What was checked with others: wages in arrears, or an accident, and what the workers got by it (rows 142, 143).
import { rightsChecked } from '@gonglian/contracts/welfare.ts';
import type {
  RightsCheck,
  RightsCheckList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, count, date, id, limit, optionalId, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, query, type Sql } from '../pipeline.ts';

const KINDS = ['WAGE_ARREARS', 'ACCIDENT'] as const;
const AGENCIES_MAX = 20;

type Row = Omit<RightsCheck, 'recoveredFen'> & { recoveredFen: number };

async function findChecks(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<RightsCheck[]> {
  const { id: one = null, unionId = null, kind = null, before = null } = of;
  const rows = await sql<Row>`
    select c.id as "checkId", c.union_id as "unionId", u.name as "unionName", c.check_kind as "checkKind",
      c.agencies, c.employer_name as "employerName", c.checked_on::text as "checkedOn", c.finding, c.workers,
      c.recovered_fen::float8 as "recoveredFen", c.closed_on::text as "closedOn"
    from rights_check as c join known_union as u using (union_id)
    where (${one}::uuid is null or c.id = ${one}::uuid)
      and (${unionId}::uuid is null or c.union_id = ${unionId}::uuid)
      and (${kind}::text is null or c.check_kind = ${kind}::text)
      and (${before}::uuid is null or c.id < ${before}::uuid)
    order by c.id desc limit ${of.limit}`;
  return rows.map((row) => ({ ...row, recoveredFen: BigInt(row.recoveredFen) }));
}

export const recordRightsCheck = command({
  schema: z.strictObject({
    unionId: id,
    checkKind: code(KINDS),
    agencies: z.array(text(50)).max(AGENCIES_MAX, 'too_many'),
    employerName: text(100),
    checkedOn: date,
    finding: text(1_000),
    workers: count,
    recoveredFen: optionalFen,
    closedOn: date,
  }),
  permission: 'welfare.rights.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<RightsCheck> {
    const { unionId, checkKind, workers, recoveredFen, checkedOn, closedOn } = ask;
    await requireLivingUnion(sql, unionId);
    decideDay(closedOn, checkedOn, chinaDate(now));
    const checkId = newId();
    await sql`
      insert into rights_check (id, union_id, check_kind, agencies, employer_name, checked_on, finding, workers,
        recovered_fen, closed_on)
      values (${checkId}, ${unionId}, ${checkKind}, ${ask.agencies}, ${ask.employerName}, ${checkedOn},
        ${ask.finding}, ${workers}, ${recoveredFen}, ${closedOn})`;
    const told = { checkId, unionId, checkKind, workers, closedOn };
    emit(rightsChecked, { ...told, recoveredFen: BigInt(recoveredFen) });
    const [written] = await findChecks(sql, { id: checkId, limit: 1 });
    return written as RightsCheck;
  },
});

export const listRightsChecks = query({
  schema: z.strictObject({
    unionId: optionalId,
    checkKind: z.string().pipe(z.enum(['', ...KINDS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.rights.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<RightsCheckList> {
    const items = await findChecks(sql, {
      unionId: ask.unionId || null,
      kind: ask.checkKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.checkId ?? '' };
  },
});
