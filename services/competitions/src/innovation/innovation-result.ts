// A result of the "five small" as the library keeps and shows it, and what may become of it at a level (domain §4.5).
import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export const RESULT_KINDS = ['INVENTION', 'CREATION', 'REFORM', 'DESIGN', 'SUGGESTION'] as const;
export const RESULT_LEVELS = ['UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;

export const DECLARATION_STATES = ['DECLARED', 'EVALUATED', 'HONOURED', 'NOT_HONOURED'] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

const STEPS = {
  evaluate: { from: 'DECLARED', to: 'EVALUATED' },
  honour: { from: 'EVALUATED', to: 'HONOURED' },
  passOver: { from: 'EVALUATED', to: 'NOT_HONOURED' },
} as const satisfies Record<string, { from: DeclarationState; to: DeclarationState }>;
export type DeclarationStep = keyof typeof STEPS;

/** The state of the declaration after a step; refused DECLARATION_STATE_WRONG where another comes first. */
export function decideStep(state: DeclarationState, step: DeclarationStep): DeclarationState {
  const { from, to } = STEPS[step];
  if (state !== from) throw refused('DECLARATION_STATE_WRONG', { state });
  return to;
}

interface DeclarationRow {
  level: string;
  state: DeclarationState;
  declaredOn: CalendarDate;
  score: number;
  evaluatedOn: CalendarDate;
  award: string;
  awardDocumentNo: string;
  decidedOn: CalendarDate;
}

interface ResultRow {
  resultId: string;
  unionId: string;
  unionName: string;
  resultKind: string;
  title: string;
  beforeText: string;
  afterText: string;
  benefitFen: number;
  evidenceSha256: string[];
  registeredOn: CalendarDate;
  year: number;
  version: number;
  declarations: DeclarationRow[];
}

/** The newest first; by year and level: of that year, honoured at that level. */
export async function findResults(
  sql: Sql,
  vault: Vault,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    year?: number | null;
    honouredAt?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<InnovationResult[]> {
  const { id = null, unionId = null, kind = null, year = null, limit } = of;
  const { honouredAt = null, before = null } = of;
  const rows = await sql<ResultRow>`
    select r.id as "resultId", r.union_id as "unionId", u.name as "unionName",
      r.kind as "resultKind", r.title, r.before_text as "beforeText", r.after_text as "afterText",
      r.benefit_fen::float8 as "benefitFen", r.evidence_sha256 as "evidenceSha256",
      r.registered_on::text as "registeredOn", extract(year from r.registered_on)::int as year,
      r.version,
      coalesce((
        select json_agg(json_build_object('level', d.level, 'state', d.state,
          'declaredOn', d.declared_on::text, 'score', d.score,
          'evaluatedOn', coalesce(d.evaluated_on::text, ''), 'award', d.award,
          'awardDocumentNo', d.award_document_no, 'decidedOn', coalesce(d.decided_on::text, ''))
          order by d.declared_on, d.level)
        from innovation_declaration as d where d.result_id = r.id), '[]') as declarations
    from innovation_result as r join known_union as u using (union_id)
    where (${id}::uuid is null or r.id = ${id}::uuid)
      and (${unionId}::uuid is null or r.union_id = ${unionId}::uuid)
      and (${kind}::text is null or r.kind = ${kind}::text)
      and (${year}::int is null or extract(year from r.registered_on) = ${year}::int)
      and (${honouredAt}::text is null or exists (select from innovation_declaration as d
        where d.result_id = r.id and d.level = ${honouredAt}::text and d.state = 'HONOURED'))
      and (${before}::uuid is null or r.id < ${before}::uuid)
    order by r.id desc limit ${limit}`;
  const names = await readAuthors(sql, vault, rows);
  return rows.map((row) => ({
    ...row,
    benefitFen: BigInt(row.benefitFen),
    authorNamesMasked: names.get(row.resultId) ?? [],
  }));
}

async function readAuthors(
  sql: Sql,
  vault: Vault,
  results: readonly { resultId: string }[],
): Promise<Map<string, string[]>> {
  const rows = await sql<{ resultId: string; personId: string; nameSealed: Buffer }>`
    select result_id as "resultId", person_id as "personId", name_sealed as "nameSealed"
    from innovation_author join person using (person_id)
    where result_id = any(${results.map(({ resultId }) => resultId)}::uuid[])
    order by result_id, place`;
  const byResult = Map.groupBy(rows, ({ resultId }) => resultId);
  const shown = [...byResult].map(([resultId, authors]): [string, string[]] => [
    resultId,
    authors.map(({ personId, nameSealed }) => shownName(vault, personId, nameSealed)),
  ]);
  return new Map(shown);
}

/** RESULT_UNKNOWN for one out of reach. */
export async function readResult(
  sql: Sql,
  vault: Vault,
  resultId: string,
): Promise<InnovationResult> {
  const [row] = await findResults(sql, vault, { id: resultId, limit: 1 });
  if (!row) throw notFound('RESULT_UNKNOWN', { resultId });
  return row;
}
