import type { Sql } from '../pipeline.ts';
import { termsOf, type TermsAsk } from './terms-fields.ts';

interface NewTerms {
  planId: string;
  unionId: string;
  terms: TermsAsk;
  by: string;
}

/** The next version; those before it stay. */
export async function writeTerms(
  sql: Sql,
  { planId, unionId, terms, by }: NewTerms,
): Promise<void> {
  await sql`
    insert into mutual_terms (plan_id, terms_version, holder_union_id, effective_from, ordered_by, terms, made_by)
    select ${planId}::uuid, coalesce(max(terms_version), 0) + 1, ${unionId}::uuid, ${terms.effectiveFrom}::date,
      ${terms.orderedBy}::text, ${JSON.stringify(termsOf(terms))}::json, ${by}::text
    from mutual_terms where plan_id = ${planId}::uuid`;
}
