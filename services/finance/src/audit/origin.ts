// Where a finding comes from: an audit, or a round of inspections. Its way is the same; who may judge it is asked of its
// origin, since nobody judges what he has made.
import type { Month } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';
import { readAudit, type AuditRow } from './audit.ts';
import type { FindingRow } from './finding.ts';
import { requireIndependent } from './require-independent.ts';

export type Origin = { of: 'AUDIT'; audit: AuditRow } | { of: 'ROUND'; inspectedOn: string };

/** Refused AUDITOR_NOT_INDEPENDENT for whoever has worked on what was looked at. */
export async function requireJudge(
  sql: Sql,
  finding: Pick<FindingRow, 'auditId' | 'roundId' | 'unionId'>,
  personId: string,
): Promise<Origin> {
  if (finding.auditId !== '') {
    const audit = await readAudit(sql, finding.auditId);
    await requireIndependent(sql, audit, [personId]);
    return { of: 'AUDIT', audit };
  }
  const [visit] = await sql<{ year: number; inspectedOn: string }>`
    select r.fiscal_year as year, i.inspected_on::text as "inspectedOn"
    from inspection_unit as i join inspection_round as r on r.id = i.round_id
    where i.round_id = ${finding.roundId} and i.union_id = ${finding.unionId}`;
  if (!visit) throw new Error(`the round ${finding.roundId} of a finding is not there`);
  await requireIndependent(sql, inspected(finding.unionId, visit.year), [personId]);
  return { of: 'ROUND', inspectedOn: visit.inspectedOn };
}

/** A round looks at a year of a unit. */
export function inspected(unionId: string, year: number) {
  const month = (mm: string): Month => `${year}-${mm}`;
  return { unionId, periodFrom: month('01'), periodTo: month('12') };
}
