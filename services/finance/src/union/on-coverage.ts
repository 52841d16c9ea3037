import type { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import {
  employerCovered,
  employerUncovered,
  unionEstablished,
} from '@gonglian/contracts/organisation.ts';
import { reaction, type Sql } from '../pipeline.ts';
import { coversHost } from './covers-host.ts';

/** Keeps whose employers a union covers. */
export const onCoverage = reaction({
  facts: [unionEstablished, employerCovered, employerUncovered],
  async apply({ sql }, batch) {
    await coverHosts(
      sql,
      batch.flatMap((f) => (f.name === 'union.established' ? [f.data] : [])),
    );
    for (const fact of batch) {
      switch (fact.name) {
        case 'union.established':
          break; // above, all at once: the demo begins with thousands
        case 'employer.covered':
          await sql`
            insert into covered_employer (union_id, uscc, started_on)
            values (${fact.data.unionId}, ${fact.data.employerUscc}, ${fact.data.startedOn})`;
          break;
        case 'employer.uncovered':
          await sql`
            update covered_employer set ended_on = ${fact.data.endedOn}
            where union_id = ${fact.data.unionId} and uscc = ${fact.data.employerUscc}
              and ended_on is null`;
      }
    }
  },
});

/** A union of a single employer covers it from its first day, without being told so. */
async function coverHosts(sql: Sql, unions: readonly UnionEstablished[]): Promise<void> {
  const single = unions.filter(coversHost);
  if (single.length === 0) return;
  await sql`
    insert into covered_employer (union_id, uscc, started_on)
    select * from unnest(${single.map((one) => one.unionId)}::uuid[],
      ${single.map((one) => one.hostUscc)}::text[], ${single.map((one) => one.establishedOn)}::date[])`;
}
