// What another place gives for a purpose. Its money is what the books hold under its code: nothing of it is typed twice.
import type { Project } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export interface ProjectRow {
  id: string;
  unionId: string;
  code: string;
  name: string;
  donor: string;
  agreedFen: number;
  documentNo: string;
  startsOn: string;
  endsOn: string;
  receivedFen: number;
  spentFen: number;
  passedOnFen: number;
  unspentFen: number;
  openedBy: string;
  version: number;
  /** The newest first. */
  reports: ReportRow[];
}

export interface ReportRow {
  progressBasisPoints: number;
  reportedOn: string;
  note: string;
  reportedBy: string;
}

/** A project is reported on some times a year. */
const REPORTS_MAX = 100;

/**
 * With what moved in the fund of its code, by who was on the other side: what came from payers and other nodes, less what went
 * back to them as a reversal; what recipients got; what went on to nodes it had not come from.
 */
export function findProjects(
  sql: Sql,
  of: { id?: string; unionId?: string; reports?: number; limit: number },
): Promise<ProjectRow[]> {
  const { id = null, unionId = null, reports = REPORTS_MAX, limit } = of;
  return sql<ProjectRow>`
    select p.id, p.union_id as "unionId", p.code, p.name, p.donor,
      p.agreed_fen::float8 as "agreedFen", p.document_no as "documentNo",
      p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
      p.opened_by as "openedBy", p.version, m.*,
      coalesce((
        select json_agg(json_build_object('progressBasisPoints', r.progress_bp, 'reportedOn', r.reported_on::text,
          'note', r.note, 'reportedBy', r.reported_by) order by r.no desc)
        from (select * from project_report where project_id = p.id order by no desc limit ${reports}) as r),
        '[]') as reports
    from project as p
    cross join lateral (
      select coalesce(sum(fen) filter (where kind in ('payer', 'node') and fen > 0), 0)::float8 as "receivedFen",
        coalesce(-sum(fen) filter (where kind = 'recipient'), 0)::float8 as "spentFen",
        coalesce(-sum(fen) filter (where kind = 'node' and fen < 0), 0)::float8 as "passedOnFen",
        coalesce(sum(fen), 0)::float8 as "unspentFen"
      from (
        select o.kind, o.key, sum(s.fen) as fen
        from book as b join pot as f using (book_id)
        cross join lateral (
          select from_pot as other, amount_fen as fen from move as i
            where i.book_id = b.book_id and i.to_pot = f.pot_no
          union all
          select to_pot, -amount_fen from move as x
            where x.book_id = b.book_id and x.from_pot = f.pot_no) as s
        join pot as o on o.book_id = b.book_id and o.pot_no = s.other
        where b.union_id = p.union_id and f.kind = 'project' and f.key = p.code
        group by o.kind, o.key) as by_other) as m
    where (${id}::uuid is null or p.id = ${id}::uuid)
      and (${unionId}::uuid is null or p.union_id = ${unionId}::uuid)
    order by p.ends_on, p.code limit ${limit}`;
}

/** PROJECT_UNKNOWN for one out of reach. */
export async function readProject(sql: Sql, projectId: string): Promise<ProjectRow> {
  const [row] = await findProjects(sql, { id: projectId, limit: 1 });
  if (!row) throw notFound('PROJECT_UNKNOWN', { projectId });
  return row;
}

export async function lockProject(
  sql: Sql,
  ask: { projectId: string; expectedVersion: number },
): Promise<ProjectRow> {
  await sql`select id from project where id = ${ask.projectId} for update`;
  const row = await readProject(sql, ask.projectId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function projectView(row: ProjectRow): Project {
  const { id: projectId, code: projectCode, name: projectName, ...rest } = row;
  return {
    ...rest,
    projectId,
    projectCode,
    projectName,
    agreedFen: BigInt(row.agreedFen),
    receivedFen: BigInt(row.receivedFen),
    spentFen: BigInt(row.spentFen),
    passedOnFen: BigInt(row.passedOnFen),
    unspentFen: BigInt(row.unspentFen),
    progressBasisPoints: row.reports[0]?.progressBasisPoints ?? 0,
  };
}
