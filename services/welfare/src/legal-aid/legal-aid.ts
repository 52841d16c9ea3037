// A case of legal aid: as it is kept and shown. What it is about is sealed, and who asks has a sealed name.
import type { LegalAid, LegalAidFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { submissions, type Wanted } from '@gonglian/service/submission.ts';
import { rightsSteps, writeRightsStep } from '../mediation/rights-step.ts';
import type { Reading, Sql, Tx } from '../pipeline.ts';
import { decideLegalAidStep, type LegalAidState, type LegalAidStep } from './legal-aid-steps.ts';
import { professionalPlace } from './professional.ts';

export interface LegalAidRow {
  legalAidId: string;
  unionId: string;
  unionName: string;
  personId: string;
  nameSealed: Buffer;
  contentSealed: Buffer;
  aidKind: string;
  disputeKind: string;
  employerName: string;
  employerUscc: string;
  workRegion: string;
  originRegion: string;
  workers: number;
  appliedOn: CalendarDate;
  state: LegalAidState;
  stateOn: CalendarDate;
  materials: string[];
  dueOn: CalendarDate;
  reason: string;
  reviewedBy: string;
  professionalId: string;
  professionalSealed: Buffer | null;
  route: string;
  result: string;
  recoveredFen: number;
  closedOn: CalendarDate;
  satisfaction: number;
  version: number;
}

export const legalAidStep = { legalAidId: id, expectedVersion };
export const legalAidPlace = (legalAidId: string) => `legal_aid.content.${legalAidId}`;

/** The newest first. */
function findLegalAid(
  sql: Sql,
  { id: one, unionId, state, lateOn, before, limit }: Wanted,
): Promise<LegalAidRow[]> {
  return sql<LegalAidRow>`
    select a.id as "legalAidId", a.union_id as "unionId", u.name as "unionName", a.person_id as "personId",
      p.name_sealed as "nameSealed", a.content_sealed as "contentSealed", a.aid_kind as "aidKind",
      a.dispute_kind as "disputeKind", a.employer_name as "employerName", a.employer_uscc as "employerUscc",
      a.work_region as "workRegion", a.origin_region as "originRegion", a.workers,
      a.applied_on::text as "appliedOn", a.state, a.state_on::text as "stateOn", a.materials,
      coalesce(a.due_on::text, '') as "dueOn", a.reason, a.reviewed_by as "reviewedBy",
      coalesce(a.professional_id::text, '') as "professionalId", r.name_sealed as "professionalSealed", a.route,
      a.result, a.recovered_fen::float8 as "recoveredFen", coalesce(a.closed_on::text, '') as "closedOn",
      a.satisfaction, a.version
    from legal_aid as a join known_union as u using (union_id) join person as p using (person_id)
    left join professional as r on r.id = a.professional_id
    where (${one}::uuid is null or a.id = ${one}::uuid)
      and (${unionId}::uuid is null or a.union_id = ${unionId}::uuid)
      and (${state}::text is null or a.state = ${state}::text)
      and (${lateOn}::date is null or (a.state = 'MATERIALS' and a.due_on < ${lateOn}::date))
      and (${before}::uuid is null or a.id < ${before}::uuid)
    order by a.id desc limit ${limit}`;
}

export const legalAid = submissions({
  idName: 'legalAidId',
  find: findLegalAid,
  hold: (sql, held) => sql`select from legal_aid where id = ${held} for update`,
  unknown: (legalAidId) => notFound('LEGAL_AID_UNKNOWN', { legalAidId }),
});

/** One under its lock, and the state after the step of that day. */
export async function beginLegalAidStep(
  { sql }: Pick<Tx, 'sql'>,
  ask: { legalAidId: string; expectedVersion: number; stepOn: CalendarDate; today: CalendarDate },
  stepFor: (row: LegalAidRow) => LegalAidStep,
): Promise<{ row: LegalAidRow; step: LegalAidStep; state: LegalAidState }> {
  const row = await legalAid.lock(sql, ask);
  const step = stepFor(row);
  const state = decideLegalAidStep(row.state, step);
  decideDay(ask.stepOn, row.stateOn, ask.today);
  return { row, step, state };
}

/** After its own columns were written: the state, and the row of the step. */
export async function endLegalAidStep(
  tx: Tx,
  { legalAidId: caseId, unionId, version }: LegalAidRow,
  taken: { step: LegalAidStep; state: LegalAidState; stepOn: CalendarDate; note?: string },
): Promise<LegalAid> {
  const { sql, own } = tx;
  await sql`
    update legal_aid set state = ${taken.state}, state_on = ${taken.stepOn}, version = version + 1
    where id = ${caseId}`;
  await writeRightsStep(tx, { caseId, unionId, version: version + 1, ...taken });
  return legalAidView(await legalAid.read(sql, caseId), own.vault);
}

export function legalAidView(row: LegalAidRow, vault: Vault): LegalAid {
  const { personId, nameSealed, professionalSealed, ...shown } = row;
  return {
    ...shown,
    personNameMasked: shownName(vault, personId, nameSealed),
    professionalName:
      professionalSealed === null
        ? ''
        : vault.open(professionalSealed, professionalPlace(row.professionalId)),
    recoveredFen: BigInt(row.recoveredFen),
  };
}

export async function legalAidFile(
  { sql, own }: Pick<Reading, 'sql' | 'own'>,
  row: LegalAidRow,
): Promise<LegalAidFile> {
  return {
    legalAid: legalAidView(row, own.vault),
    content: own.vault.open(row.contentSealed, legalAidPlace(row.legalAidId)),
    steps: await rightsSteps(sql, row.legalAidId),
  };
}
