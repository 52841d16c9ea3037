// The files whose hashes finance keeps: what a book's package names, so that whoever has the files compares them.
import type { Reading } from '../pipeline.ts';
import type { KeptDocument } from './book-frames.ts';

export const DOCUMENTS_A_PAGE = 1_000;

/** Those of a union after a place; a tax bureau's files are of the node, and so with its root union's book. */
export function readDocuments(
  { sql }: Pick<Reading, 'sql'>,
  unionId: string,
  isRoot: boolean,
  after: Pick<KeptDocument, 'kind' | 'id' | 'place'>,
): Promise<KeptDocument[]> {
  return sql<KeptDocument>`
    select kind, id, place, sha256 from (
      select 'payment-file' as kind, id::text collate "C" as id, '' collate "C" as place,
        file_sha256 as sha256 from payment where union_id = ${unionId}
      union all select 'bank-result', id::text, '', result_sha256 from payment where union_id = ${unionId}
      union all select 'decision', id::text, '', decision_sha256 from payment where union_id = ${unionId}
      union all select 'bank-statement', id::text, '', sha256 from bank_statement where union_id = ${unionId}
      union all select 'tax-file', id::text, '', sha256 from collection where ${isRoot}
      union all select 'transfer-decision', settlement_id::text, '', decision_sha256
        from settlement where union_id = ${unionId}
      union all select 'grant-acceptance', grant_id::text, '', acceptance_sha256
        from fund_grant where union_id = ${unionId}
      union all select 'grant-report', grant_id::text, '', report_sha256
        from fund_grant where union_id = ${unionId}
      union all select 'grant-document', g.grant_id::text, lpad(d.n::text, 4, '0'), d.one ->> 'sha256'
        from fund_grant as g cross join lateral json_array_elements(g.documents)
          with ordinality as d (one, n) where g.union_id = ${unionId}
      union all select 'working-paper', id::text, '', document_sha256
        from audit_paper where union_id = ${unionId}
      union all select 'audit-comment', id::text, '', comment_sha256 from audit where union_id = ${unionId}
      union all select 'finding-evidence', s.finding_id::text,
        lpad(s.seq::text, 4, '0') || '/' || lpad(e.n::text, 4, '0'), e.sha256
        from finding_step as s cross join lateral unnest(s.evidence_sha256)
          with ordinality as e (sha256, n) where s.union_id = ${unionId}
      union all select 'assessment-evidence', assessment_id::text,
        lpad(item_no::text, 4, '0') || '/' || lpad(n::text, 4, '0'), document_sha256
        from claim_evidence where union_id = ${unionId}) as kept
    where sha256 ~ '^[0-9a-f]{64}$'
      and (kind collate "C", id, place) > (${after.kind}, ${after.id}, ${after.place})
    order by kind collate "C", id, place limit ${DOCUMENTS_A_PAGE}`;
}
