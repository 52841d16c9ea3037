// Each combination of codes is kept once: members and spells point at it, and a recount groups by
// one number.
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import type { Sql } from '../pipeline.ts';

/** The combination as one text; `newForms` is sorted already. */
export function codesKey(codes: MemberCodes): string {
  const { sex, ageBand, employmentForm, workerGroup, migrantWorker, newForms } = codes;
  const all = [sex, ageBand, employmentForm, workerGroup, migrantWorker, newForms.join(',')];
  return all.join('|');
}

const COMBINATIONS_MAX = 2_000;

/** The ids of some combinations by their key; makes those that are new. */
export async function codeIds(
  sql: Sql,
  combinations: readonly MemberCodes[],
): Promise<Map<string, number>> {
  const distinct = new Map(combinations.map((codes) => [codesKey(codes), codes]));
  if (distinct.size > COMBINATIONS_MAX) throw new Error('more combinations of codes than rows');
  const ids = await selectIds(sql, distinct);
  const missing = new Map([...distinct].filter(([key]) => !ids.has(key)));
  if (missing.size === 0) return ids;
  const { keys, ...columns } = columnsOf(missing);
  await sql`
    insert into codes (sex, age_band, employment_form, worker_group, migrant_worker, new_forms)
    select sex, age_band, employment_form, worker_group, migrant_worker,
      string_to_array(new_forms, ',')
    from unnest(${keys}::text[], ${columns.sex}::text[], ${columns.ageBand}::text[],
      ${columns.employmentForm}::text[], ${columns.workerGroup}::text[],
      ${columns.migrantWorker}::boolean[], ${columns.newForms}::text[])
      as c(key, sex, age_band, employment_form, worker_group, migrant_worker, new_forms)
    order by key -- two batches at once make them in one order
    on conflict do nothing`;
  for (const [key, id] of await selectIds(sql, missing)) ids.set(key, id);
  return ids;
}

async function selectIds(
  sql: Sql,
  wanted: ReadonlyMap<string, MemberCodes>,
): Promise<Map<string, number>> {
  const { keys, ...columns } = columnsOf(wanted);
  const rows = await sql<{ key: string; id: number }>`
    select w.key, c.id
    from unnest(${keys}::text[], ${columns.sex}::text[], ${columns.ageBand}::text[],
      ${columns.employmentForm}::text[], ${columns.workerGroup}::text[],
      ${columns.migrantWorker}::boolean[], ${columns.newForms}::text[])
      as w(key, sex, age_band, employment_form, worker_group, migrant_worker, new_forms)
    join codes c on c.sex = w.sex and c.age_band = w.age_band
      and c.employment_form = w.employment_form and c.worker_group = w.worker_group
      and c.migrant_worker = w.migrant_worker
      and c.new_forms = string_to_array(w.new_forms, ',')`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}

function columnsOf(combinations: ReadonlyMap<string, MemberCodes>) {
  const all = [...combinations.values()];
  return {
    keys: [...combinations.keys()],
    sex: all.map((codes) => codes.sex),
    ageBand: all.map((codes) => codes.ageBand),
    employmentForm: all.map((codes) => codes.employmentForm),
    workerGroup: all.map((codes) => codes.workerGroup),
    migrantWorker: all.map((codes) => codes.migrantWorker),
    // string_to_array makes an empty text an empty array
    newForms: all.map((codes) => codes.newForms.join(',')),
  };
}

/** The id of one combination. */
export async function codesIdOf(sql: Sql, codes: MemberCodes): Promise<number> {
  const id = (await codeIds(sql, [codes])).get(codesKey(codes));
  if (id === undefined) throw new Error('a combination of codes was not kept');
  return id;
}

/** The combinations behind some ids. */
export async function readCodes(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, MemberCodes>> {
  const rows = await sql<MemberCodes & { id: number }>`
    select id, sex, age_band as "ageBand", employment_form as "employmentForm",
      worker_group as "workerGroup", migrant_worker as "migrantWorker", new_forms as "newForms"
    from codes where id = any(${[...new Set(ids)]}::int[])`;
  return new Map(rows.map(({ id, ...codes }) => [id, codes]));
}
