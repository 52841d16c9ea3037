// What workers write, film and draw for a call of the union: who made it is sealed, and of the work only its title is kept.
import type { Work } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export const WORK_KINDS = [
  'ESSAY',
  'READING_ESSAY',
  'SHORT_VIDEO',
  'ONLINE_COMMENT',
  'ART',
  'OTHER',
] as const;
export const WORK_PRIZES = ['FIRST', 'SECOND', 'THIRD', 'MERIT'] as const;

/** The newest first. */
export async function findWorks(
  sql: Sql,
  vault: Vault,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<Work[]> {
  const { id = null, unionId = null, kind = null, before = null, limit } = of;
  type Row = Omit<Work, 'personNameMasked'> & { personId: string; nameSealed: Buffer };
  const rows = await sql<Row>`
    select w.work_id as "workId", w.union_id as "unionId", u.name as "unionName", w.kind as "workKind",
      w.campaign, w.title, p.person_id as "personId", p.name_sealed as "nameSealed",
      w.submitted_on::text as "submittedOn", w.version,
      coalesce((
        select json_agg(json_build_object('level', h.level, 'prize', h.prize, 'documentNo', h.document_no,
          'honouredOn', h.honoured_on) order by h.honoured_on, h.level)
        from work_honour as h where h.work_id = w.work_id), '[]'::json) as honours
    from work as w join known_union as u using (union_id) join person as p using (person_id)
    where (${id}::uuid is null or w.work_id = ${id}::uuid)
      and (${unionId}::uuid is null or w.union_id = ${unionId}::uuid)
      and (${kind}::text is null or w.kind = ${kind}::text)
      and (${before}::uuid is null or w.work_id < ${before}::uuid)
    order by w.work_id desc limit ${limit}`;
  return rows.map(({ personId, nameSealed, ...row }) => ({
    ...row,
    personNameMasked: shownName(vault, personId, nameSealed),
  }));
}

/** WORK_UNKNOWN for one out of reach. */
export async function readWork(sql: Sql, vault: Vault, workId: string): Promise<Work> {
  const [work] = await findWorks(sql, vault, { id: workId, limit: 1 });
  if (!work) throw notFound('WORK_UNKNOWN', { workId });
  return work;
}

/** Nobody else honours it before the transaction ends. */
export async function lockWork(
  sql: Sql,
  vault: Vault,
  ask: { workId: string; expectedVersion: number },
): Promise<Work> {
  await sql`select from work where work_id = ${ask.workId} for update`;
  const work = await readWork(sql, vault, ask.workId);
  if (work.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: work.version });
  return work;
}
