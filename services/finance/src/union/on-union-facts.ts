import {
  employerCovered,
  employerUncovered,
  unionDissolved,
  unionEstablished,
  unionRenamed,
  unionReparented,
} from '@gonglian/contracts/organisation.ts';
import type { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { reaction, type Sql } from '../pipeline.ts';
import { coversHost } from './covers-host.ts';

/** Keeps which unions there are, where each stands and whose employers it covers. */
export const onUnionFacts = reaction({
  facts: [
    unionEstablished,
    unionRenamed,
    unionReparented,
    unionDissolved,
    employerCovered,
    employerUncovered,
  ],
  async apply({ sql }, batch) {
    const established = batch.flatMap((f) => (f.name === 'union.established' ? [f.data] : []));
    await enter(sql, established);
    await coverHosts(sql, established);
    for (const fact of batch) {
      switch (fact.name) {
        case 'union.established':
          break; // entered above, all at once: the demo begins with thousands
        case 'union.renamed':
          await sql`update fund_union set name = ${fact.data.name} where union_id = ${fact.data.unionId}`;
          break;
        case 'union.reparented':
          await sql`
            update fund_union set parent_id = ${fact.data.toParentId}
            where union_id = ${fact.data.unionId}`;
          break;
        case 'union.dissolved':
          await sql`
            update fund_union set dissolved_on = ${fact.data.effectiveOn}
            where union_id = ${fact.data.unionId}`;
          break;
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

function enter(sql: Sql, unions: readonly UnionEstablished[]): Promise<unknown> {
  const of = (field: keyof UnionEstablished) => unions.map((union) => union[field]);
  return sql`
    insert into fund_union (union_id, name, level, kind, region_code, parent_id, established_on)
    select id, name, level, kind, region, nullif(parent, '')::uuid, established
    from unnest(${of('unionId')}::uuid[], ${of('name')}::text[], ${of('level')}::text[],
      ${of('kind')}::text[], ${of('regionCode')}::text[], ${of('parentId')}::text[],
      ${of('establishedOn')}::date[]) as u(id, name, level, kind, region, parent, established)`;
}

/** A union of a single employer covers it from its first day, without being told so. */
async function coverHosts(sql: Sql, unions: readonly UnionEstablished[]): Promise<void> {
  const single = unions.filter(coversHost);
  if (single.length === 0) return;
  await sql`
    insert into covered_employer (union_id, uscc, started_on)
    select * from unnest(${single.map((one) => one.unionId)}::uuid[],
      ${single.map((one) => one.hostUscc)}::text[], ${single.map((one) => one.establishedOn)}::date[])`;
}
