import type { WorkingPaper } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Sql } from '../pipeline.ts';

/** As many as an audit has, in the order in which they were written. */
export function readPapers(sql: Sql, auditId: string): Promise<WorkingPaper[]> {
  return sql<WorkingPaper>`
    select id as "paperId", seq, title, procedure as "auditProcedure", conclusion,
      document_sha256 as "documentSha256", made_by as "madeBy",
      to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
    from audit_paper where audit_id = ${auditId} order by seq`;
}
