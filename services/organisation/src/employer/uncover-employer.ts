import type { EmployerUncovered } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { employerUncovered } from '@gonglian/contracts/organisation.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { noteChange } from '../union/union-change.ts';
import { requireActive, unionAt, type Standing } from '../union/union-record.ts';

const UncoverEmployer = z.strictObject({
  unionId: id,
  employerUscc: text(40).toUpperCase(),
  endedOn: date,
  expectedVersion,
});
type UncoverEmployer = z.output<typeof UncoverEmployer>;

/**
 * Coverage ends no earlier than it began; `startedOn` is undefined where the union does not cover
 * the employer.
 */
export function decideUncover(
  union: Pick<Standing, 'status'>,
  startedOn: string | undefined,
  ask: UncoverEmployer,
): Omit<EmployerUncovered, 'version'> {
  requireActive(union);
  if (startedOn === undefined) throw refused('EMPLOYER_NOT_COVERED');
  if (ask.endedOn < startedOn) throw refused('ENDED_BEFORE_START', { startedOn });
  const { unionId, employerUscc, endedOn } = ask;
  return { unionId, employerUscc, endedOn };
}

export const uncoverEmployer = command({
  schema: UncoverEmployer,
  permission: 'organisation.employer.uncover',
  unions: (ask) => [ask.unionId],
  async run(tx, ask) {
    const union = await unionAt(tx.em, ask.unionId, ask.expectedVersion);
    const { unionId, employerUscc, endedOn } = ask;
    const [standing] = await tx.sql<{ startedOn: string }>`
      select started_on::text as "startedOn" from employer_coverage
      where union_id = ${unionId} and employer_uscc = ${employerUscc} and ended_on is null`;
    const uncovered = decideUncover(union, standing?.startedOn, ask);
    await tx.sql`
      update employer_coverage set ended_on = ${endedOn}
      where union_id = ${unionId} and employer_uscc = ${employerUscc} and ended_on is null`;
    const line = { what: 'uncovered', effectiveOn: endedOn, detail: employerUscc } as const;
    const version = await noteChange(tx, union, line);
    tx.emit(employerUncovered, { ...uncovered, version });
    return { unionId, version };
  },
});
