import { employerCovered, employerUncovered } from '@gonglian/contracts/organisation.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { admitsMembers, type UnionKind } from '@gonglian/kernel/union.ts';
import { count, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Reading, Tx } from '../pipeline.ts';
import { asRefusal, unitCode } from '../union/placing.ts';

// Employers that a union covers beside, or instead of, a host of its own (domain §1.2, row 39).

export const Employer = z.strictObject({
  uscc: text(40),
  name: text(100),
  employeeCount: count,
});
export type Employer = z.output<typeof Employer>;

const UNITS_MIN_FOR_JOINT = 2;
const COVERS_NOBODY_ELSE: readonly UnionKind[] = ['SINGLE_GRASSROOTS', 'BRANCH', 'GROUP'];

/** Whether a union of this kind keeps a list of covered units. */
export function mayCover(kind: UnionKind): boolean {
  return !COVERS_NOBODY_ELSE.includes(kind);
}

/** The employer with its code in normal form; refused with the rule that the code breaks. */
export function checkedEmployer(employer: Employer, field: string): Employer {
  const { uscc, fault } = unitCode(employer.uscc, field);
  if (fault) throw asRefusal(fault);
  return { ...employer, uscc: uscc ?? '' };
}

/**
 * The list of a new union, checked: COVERAGE_NOT_ALLOWED, a rule of the code, COVERED_UNIT_TWICE,
 * or COVERED_UNITS_TOO_FEW, since a joint union joins at least two units (domain §1.2).
 */
export function checkedCoverage(kind: UnionKind, covered: readonly Employer[]): Employer[] {
  if (covered.length > 0 && !mayCover(kind)) throw refused('COVERAGE_NOT_ALLOWED', { kind });
  const checked = covered.map((employer, n) => checkedEmployer(employer, `covered.${n}.uscc`));
  const codes = new Set(checked.map((employer) => employer.uscc));
  if (codes.size < checked.length) throw refused('COVERED_UNIT_TWICE');
  if (kind === 'JOINT_GRASSROOTS' && codes.size < UNITS_MIN_FOR_JOINT) {
    throw refused('COVERED_UNITS_TOO_FEW', { covered: codes.size, min: UNITS_MIN_FOR_JOINT });
  }
  return checked;
}

/**
 * Unions that take the workers of these employers on a day or later: joint unions that cover them
 * and unions of their own. Workers join one union, so another that admits members cannot have them
 * too.
 */
export async function admittingUnions(
  tx: Reading,
  usccs: readonly string[],
  on: string,
): Promise<{ uscc: string; unionId: string }[]> {
  return tx.sql`
    select employer_uscc as uscc, union_id as "unionId" from employer_coverage
    where employer_uscc = any(${usccs}::text[]) and admits
      and daterange(started_on, ended_on) && daterange(${on}::date, null)
    union all
    select host_uscc, id from union_record
    where host_uscc = any(${usccs}::text[]) and kind = 'SINGLE_GRASSROOTS'
      and dissolved_on is null`;
}

/**
 * Refused EMPLOYER_COVERED_ELSEWHERE naming the union that already takes the employer's workers.
 */
export function requireUncovered(
  kind: UnionKind,
  admitting: readonly { uscc: string; unionId: string }[],
): void {
  const [other] = admitting;
  if (other && admitsMembers(kind)) throw refused('EMPLOYER_COVERED_ELSEWHERE', { ...other });
}

/** Writes the coverage from a day and says so of each employer. */
export async function coverEmployers(
  tx: Tx,
  union: { id: string; kind: UnionKind; version: number },
  employers: readonly Employer[],
  on: string,
): Promise<void> {
  if (employers.length === 0) return;
  await tx.sql`
    insert into employer_coverage
      (union_id, employer_uscc, employer_name, employee_count, admits, started_on)
    select ${union.id}, uscc, name, "employeeCount", ${admitsMembers(union.kind)}, ${on}
    from jsonb_to_recordset(${JSON.stringify(employers)}::jsonb)
      as e(uscc text, name text, "employeeCount" int)`;
  const { id: unionId, version } = union;
  for (const { uscc } of employers) {
    tx.emit(employerCovered, { unionId, employerUscc: uscc, startedOn: on, version });
  }
}

/**
 * Ends the coverage by unions that end on a day, says so of each employer, and answers whom they
 * covered.
 */
export async function endCoverage(
  tx: Tx,
  versions: ReadonlyMap<string, number>,
  on: string,
): Promise<Employer[]> {
  const ended = await tx.sql<Employer & { unionId: string; endedOn: string }>`
    update employer_coverage set ended_on = greatest(started_on, ${on}::date)
    where union_id = any(${[...versions.keys()]}::uuid[]) and ended_on is null
    returning union_id as "unionId", employer_uscc as uscc, employer_name as name,
      employee_count as "employeeCount", ended_on::text as "endedOn"`;
  for (const { unionId, uscc, endedOn } of ended) {
    const version = versions.get(unionId) ?? 0;
    tx.emit(employerUncovered, { unionId, employerUscc: uscc, endedOn, version });
  }
  const byCode = new Map(
    ended.map(({ uscc, name, employeeCount }) => [uscc, { uscc, name, employeeCount }]),
  );
  return [...byCode.values()];
}
