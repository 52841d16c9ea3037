import type { ModelWorkerCare } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export const CARE_FORMS = ['VISIT', 'RECUPERATION', 'HEALTH_CHECK'] as const;

interface Find {
  id?: string;
  unionId?: string | null;
  personId?: string | null;
  form?: string;
  before?: string | null;
  limit: number;
}

/** Visits, recuperation and health checks, the newest first, with who was there. */
export async function findCare(sql: Sql, vault: Vault, of: Find): Promise<ModelWorkerCare[]> {
  const { id = null, unionId = null, personId = null, form = '', before = null, limit } = of;
  type Row = Omit<ModelWorkerCare, 'namesMasked'> & { people: { id: string; sealed: string }[] };
  const rows = await sql<Row>`
    select v.care_id as "careId", v.union_id as "unionId", coalesce(u.name, '') as "unionName",
      v.form as "careForm", v.happened_on::text as "happenedOn", v.ends_on::text as "endsOn", v.place, v.note,
      v.recorded_by as "recordedBy", coalesce((
        select json_agg(json_build_object('id', person_id, 'sealed', encode(name_sealed, 'hex')) order by person_id)
        from care_visited as d join person as p using (person_id) where d.care_id = v.care_id), '[]') as people
    from care_visit as v left join known_union as u using (union_id)
    where (${id}::uuid is null or v.care_id = ${id}::uuid)
      and (${unionId}::uuid is null or v.union_id = ${unionId}::uuid)
      and (${form}::text = '' or v.form = ${form}::text)
      and (${personId}::uuid is null or exists (select from care_visited as d
        where d.care_id = v.care_id and d.person_id = ${personId}::uuid))
      and (${before}::uuid is null or v.care_id < ${before}::uuid)
    order by v.care_id desc limit ${limit}`;
  return rows.map(({ people, ...row }) => ({
    ...row,
    namesMasked: people.map((one) => shownName(vault, one.id, Buffer.from(one.sealed, 'hex'))),
  }));
}
