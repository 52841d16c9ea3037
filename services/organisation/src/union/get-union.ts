import type { Employer, Officer } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id, optionalDate } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Reading } from '../pipeline.ts';
import { readUnions } from './union-view.ts';

/** More than this a union neither covers nor elects; a list without an end is no answer. */
const COVERED_MAX = 2_000;
const OFFICERS_MAX = 200;

const GetUnion = z.strictObject({ unionId: id, asOf: optionalDate });

export const getUnion = query({
  schema: GetUnion,
  permission: 'organisation.union.read',
  async run(tx, ask) {
    const asOf = ask.asOf || chinaDate(tx.now);
    const union = (await readUnions(tx, [ask.unionId], asOf)).get(ask.unionId);
    if (!union) throw notFound('NOT_FOUND', { unionId: ask.unionId, asOf });
    union.covered = await readCovered(tx, ask.unionId, asOf);
    union.officers = await readOfficers(tx, ask.unionId, asOf);
    return union;
  },
});

function readCovered(tx: Reading, unionId: string, asOf: string): Promise<Employer[]> {
  return tx.sql`
    select employer_uscc as uscc, employer_name as name, employee_count as "employeeCount"
    from employer_coverage
    where union_id = ${unionId} and started_on <= ${asOf}::date
      and (ended_on is null or ended_on > ${asOf}::date)
    order by employer_uscc limit ${COVERED_MAX}`;
}

function readOfficers(tx: Reading, unionId: string, asOf: string): Promise<Officer[]> {
  return tx.sql`
    select role, holder_name as "holderName", appointment, since::text from officer
    where union_id = ${unionId} and since <= ${asOf}::date
      and (until is null or until > ${asOf}::date)
    order by array_position(
      array['chair', 'vice_chair', 'committee', 'audit_chair', 'audit', 'women'], role), id
    limit ${OFFICERS_MAX}`;
}
