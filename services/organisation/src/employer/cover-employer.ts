import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, message } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { noteChange } from '../union/union-change.ts';
import { requireActive, requireFounded, unionAt, type Standing } from '../union/union-record.ts';
import {
  admittingUnions,
  checkedEmployer,
  coverEmployers,
  Employer,
  mayCover,
  requireUncovered,
} from './coverage.ts';

const CoverEmployer = z.strictObject({
  unionId: id,
  employer: message(Employer),
  startedOn: date,
  expectedVersion,
});
type CoverEmployer = z.output<typeof CoverEmployer>;

export interface Coverage {
  /** The union covers the employer on the day or later. */
  covered: boolean;
  admitting: readonly { uscc: string; unionId: string }[];
}

/** The employer as it is written: its code in normal form. */
export function decideCover(
  union: Pick<Standing, 'kind' | 'status' | 'establishedOn'>,
  coverage: Coverage,
  ask: CoverEmployer,
): Employer {
  requireActive(union);
  if (!mayCover(union.kind)) throw refused('COVERAGE_NOT_ALLOWED', { kind: union.kind });
  requireFounded(union, ask.startedOn);
  const employer = checkedEmployer(ask.employer, 'employer.uscc');
  if (coverage.covered) throw refused('ALREADY_COVERED');
  requireUncovered(union.kind, coverage.admitting);
  return employer;
}

export const coverEmployer = command({
  schema: CoverEmployer,
  permission: 'organisation.employer.cover',
  unions: (ask) => [ask.unionId],
  wholeNode: 'an employer is covered once, wherever it is',
  async run(tx, ask) {
    const union = await unionAt(tx.em, ask.unionId, ask.expectedVersion);
    const { startedOn: on } = ask;
    const uscc = ask.employer.uscc.toUpperCase();
    const already = await tx.sql`
      select 1 from employer_coverage where union_id = ${ask.unionId} and employer_uscc = ${uscc}
        and daterange(started_on, ended_on) && daterange(${on}::date, null)`;
    const admitting = await admittingUnions(tx, [uscc], on);
    const employer = decideCover(union, { covered: already.length > 0, admitting }, ask);
    const line = { what: 'covered', effectiveOn: on, detail: employer.uscc } as const;
    const version = await noteChange(tx, union, line);
    await coverEmployers(tx, { id: union.id, kind: union.kind, version }, [employer], on);
    return { unionId: ask.unionId, version };
  },
});
