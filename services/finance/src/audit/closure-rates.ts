// How many of a year's findings are closed, by what found them: the measure of whether what is found is put right.
import type { ClosureRate } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Sql } from '../pipeline.ts';

type Counted = Omit<ClosureRate, 'closedBasisPoints'>;

/** Kinds of audits, own and cross, and inspections, over the years that anybody still asks about. */
const RATES_MAX = 200;

/** In hundredths of a per cent, whole ones: what is nearly closed is not closed. */
export function decideClosureRate(counted: Counted): ClosureRate {
  const { findings, findingsClosed } = counted;
  const closedBasisPoints = findings === 0 ? 0 : Math.floor((findingsClosed * 10_000) / findings);
  return { ...counted, closedBasisPoints };
}

/** To the audited side: of those that it knows of. */
export async function readClosureRates(
  sql: Sql,
  { unionId, inside }: { unionId: string; inside: boolean },
): Promise<ClosureRate[]> {
  const rows = await sql<Counted>`
    select extract(year from f.raised_on)::int as "fiscalYear",
      coalesce(a.kind, 'INSPECTION') as "auditKind",
      coalesce(a.auditor_node, '') <> '' as "crossNode", count(*)::int as findings,
      count(*) filter (where f.state = 'CLOSED')::int as "findingsClosed"
    from audit_finding as f left join audit as a on a.id = f.audit_id
    where (${unionId} = '' or f.union_id = nullif(${unionId}, '')::uuid)
      and (${inside}::boolean or f.state <> 'OPEN' or a.drafted_on is not null)
    group by 1, 2, 3 order by 1 desc, 2, 3 limit ${RATES_MAX}`;
  return rows.map(decideClosureRate);
}
