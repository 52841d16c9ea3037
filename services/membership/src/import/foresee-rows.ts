// What would become of rows if they were taken now: the rules of joining, asked without changing anything.
import type { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MembershipState } from '@gonglian/kernel/member.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { decideAdmission, type Past } from '../join/admission.ts';
import { checkRows, refusalOf, type Candidate } from '../join/candidates.ts';
import { joinTerms, type Joining } from '../join/join-rows.ts';
import type { Own, Sql } from '../pipeline.ts';
import { columnField, type ImportField } from './import-fields.ts';
import { damagedOr, type RowPerson } from './row-person.ts';

/** A refused row, with its number in the sheet. */
export interface RowResult {
  row: number;
  code: string;
  field: ImportField;
  heldByUnionId: string;
}

export interface Foreseen {
  /** In order: they will join, or are members here already. */
  kept: { row: number; person: Person }[];
  unchanged: number;
  results: RowResult[];
}

/** `seen` holds the documents of the rows before, so that the first row of each stands. */
export async function foreseeRows(
  { sql, own, now }: Tx<Own>,
  joining: Joining,
  rows: readonly RowPerson[],
  seen: Set<string>,
): Promise<Foreseen> {
  const results = rows.flatMap(({ row, fault }) =>
    fault ? [{ row, ...fault, heldByUnionId: '' }] : [],
  );
  const sound = rows.filter(({ fault }) => fault === undefined);
  const persons = sound.map(({ person }) => person);
  const { candidates, refusals } = checkRows(own.vault, persons, joinTerms(joining.joinedOn, now));
  const first = candidates.filter(({ hashText }) => !seen.has(hashText));
  const repeated = candidates.filter(({ hashText }) => seen.has(hashText));
  for (const { hashText } of first) seen.add(hashText);
  const judged = await judge(sql, joining, first);
  const refused = [
    ...refusals,
    ...repeated.map(({ row }) => refusalOf(row, 'DUPLICATE_IN_BATCH')),
    ...judged.refused,
  ];
  const numbers = new Set(refused.map(({ row }) => row));
  return {
    kept: sound.filter((_, at) => !numbers.has(at + 1)).map(({ row, person }) => ({ row, person })),
    unchanged: judged.unchanged,
    results: [...results, ...sheetResults(sound, refused)],
  };
}

/** Refusals of a batch count its rows from 1; results name the rows of the sheet. */
export function sheetResults(
  rows: readonly { row: number; person: Person }[],
  refusals: readonly { row: number; code: string; field: string; heldByUnionId: string }[],
): RowResult[] {
  return refusals.flatMap(({ row, code, field: of, heldByUnionId }) => {
    const at = rows[row - 1];
    if (!at) return [];
    const field = columnField(of);
    return [{ row: at.row, code: damagedOr(code, field, at.person), field, heldByUnionId }];
  });
}

async function judge(sql: Sql, { unionId, joinedOn }: Joining, candidates: readonly Candidate[]) {
  const known = await lookUp(sql, candidates);
  const refused = [];
  let unchanged = 0;
  for (const { row, hashText } of candidates) {
    const past = known.get(hashText);
    if (past === undefined) continue;
    const admission = decideAdmission(past, unionId, joinedOn);
    if (admission.kind === 'unchanged') unchanged += 1;
    if (admission.kind === 'refused') {
      refused.push(refusalOf(row, admission.code, admission.heldByUnionId));
    }
  }
  return { refused, unchanged };
}

async function lookUp(sql: Sql, candidates: readonly Candidate[]): Promise<Map<string, Past>> {
  if (candidates.length === 0) return new Map();
  const rows = await sql<Past & { hash: Buffer; state: MembershipState }>`
    select p.identity_hash as hash, m.union_id as "unionId", m.state,
      coalesce(s.ended_on, s.started_on)::text as since
    from person p join membership m on m.member_id = p.id
    left join lateral (select started_on, ended_on from spell where member_id = p.id
      order by no desc limit 1) s on true
    where p.identity_hash = any(${candidates.map(({ hash }) => hash)}::bytea[])`;
  return new Map(rows.map(({ hash, ...past }) => [hash.toString('latin1'), past]));
}
