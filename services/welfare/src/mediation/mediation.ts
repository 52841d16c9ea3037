// A labour dispute that is mediated: as it is kept and shown. What it is about is sealed, and who applies has a sealed name.
import type {
  Mediation,
  MediationFile,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { mediationClosed } from '@gonglian/contracts/welfare.ts';
import { addDays, chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { submissions, type Wanted } from '@gonglian/service/submission.ts';
import type { Reading, Sql, Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import type { DisputeKind } from './dispute.ts';
import {
  arbitrationUntil,
  decideMediationStep,
  type MediationState,
  type MediationStep,
} from './mediation-steps.ts';
import { rightsSteps, writeRightsStep } from './rights-step.ts';

export interface MediationRow {
  mediationId: string;
  unionId: string;
  unionName: string;
  personId: string;
  nameSealed: Buffer;
  contentSealed: Buffer;
  disputeKind: DisputeKind;
  source: string;
  sourceNo: string;
  employerName: string;
  workers: number;
  representatives: number;
  appliedOn: CalendarDate;
  knownOn: CalendarDate;
  relationEndedOn: CalendarDate;
  state: MediationState;
  stateOn: CalendarDate;
  acceptedOn: CalendarDate;
  dueOn: CalendarDate;
  professionalId: string;
  agreedOn: CalendarDate;
  agreementNo: string;
  agreedFen: number;
  recoveredFen: number;
  agency: string;
  agencyNo: string;
  closedOn: CalendarDate;
  version: number;
}

export const mediationStep = { mediationId: id, expectedVersion };
export const mediationPlace = (mediationId: string) => `mediation.content.${mediationId}`;

/** The newest first. */
function findMediations(
  sql: Sql,
  { id: one, unionId, state, lateOn, before, limit }: Wanted,
): Promise<MediationRow[]> {
  return sql<MediationRow>`
    select m.id as "mediationId", m.union_id as "unionId", u.name as "unionName", m.person_id as "personId",
      p.name_sealed as "nameSealed", m.content_sealed as "contentSealed", m.dispute_kind as "disputeKind",
      m.source, m.source_no as "sourceNo", m.employer_name as "employerName", m.workers, m.representatives,
      m.applied_on::text as "appliedOn", m.known_on::text as "knownOn",
      coalesce(m.relation_ended_on::text, '') as "relationEndedOn", m.state, m.state_on::text as "stateOn",
      coalesce(m.accepted_on::text, '') as "acceptedOn", coalesce(m.due_on::text, '') as "dueOn",
      coalesce(m.professional_id::text, '') as "professionalId", coalesce(m.agreed_on::text, '') as "agreedOn",
      m.agreement_no as "agreementNo", m.agreed_fen::float8 as "agreedFen",
      m.recovered_fen::float8 as "recoveredFen", m.agency, m.agency_no as "agencyNo",
      coalesce(m.closed_on::text, '') as "closedOn", m.version
    from mediation as m join known_union as u using (union_id) join person as p using (person_id)
    where (${one}::uuid is null or m.id = ${one}::uuid)
      and (${unionId}::uuid is null or m.union_id = ${unionId}::uuid)
      and (${state}::text is null or m.state = ${state}::text)
      and (${lateOn}::date is null
        or (m.state in ('ACCEPTED', 'INVESTIGATED', 'MEDIATING') and m.due_on < ${lateOn}::date))
      and (${before}::uuid is null or m.id < ${before}::uuid)
    order by m.id desc limit ${limit}`;
}

export const mediations = submissions({
  idName: 'mediationId',
  find: findMediations,
  hold: (sql, held) => sql`select from mediation where id = ${held} for update`,
  unknown: (mediationId) => notFound('MEDIATION_UNKNOWN', { mediationId }),
});

/** Whose last day is before this one has few days left, or none. */
export function nearBefore(now: Date): CalendarDate {
  const today = chinaDate(now);
  return addDays(today, welfarePolicy('mediation.near_days', today));
}

/** One under its lock, and the state after the step of that day. */
export async function beginMediationStep(
  { sql }: Pick<Tx, 'sql'>,
  ask: { mediationId: string; expectedVersion: number; stepOn: CalendarDate; today: CalendarDate },
  step: MediationStep,
): Promise<{ mediation: MediationRow; state: MediationState }> {
  const mediation = await mediations.lock(sql, ask);
  const state = decideMediationStep(mediation.state, step);
  decideDay(ask.stepOn, mediation.stateOn, ask.today);
  return { mediation, state };
}

/** After its own columns were written: the state, the step's row, and the fact where it is over here. */
export async function endMediationStep(
  tx: Tx,
  mediation: MediationRow,
  taken: {
    step: string;
    state: MediationState;
    stepOn: CalendarDate;
    agency?: string;
    note?: string;
  },
): Promise<MediationRow> {
  const { sql, emit } = tx;
  const { mediationId: caseId, unionId } = mediation;
  const { state, stepOn } = taken;
  const isOver = mediation.closedOn === '' && OVER.includes(state);
  await sql`
    update mediation set state = ${state}, state_on = ${stepOn}, agency = ${taken.agency ?? mediation.agency},
      closed_on = coalesce(closed_on, ${isOver ? stepOn : null}), version = version + 1
    where id = ${caseId}`;
  const version = mediation.version + 1;
  await writeRightsStep(tx, { caseId, unionId, version, ...taken });
  const after = await mediations.read(sql, caseId);
  if (isOver)
    emit(mediationClosed, {
      mediationId: caseId,
      unionId,
      disputeKind: after.disputeKind,
      source: after.source,
      agreed: after.agreedOn !== '',
      workers: after.workers,
      recoveredFen: BigInt(after.recoveredFen),
      closedOn: stepOn,
    });
  return after;
}

/** What is handed over afterwards was over for the mediators before. */
const OVER: readonly MediationState[] = [
  'PERFORMED',
  'PAYMENT_ORDER',
  'FAILED',
  'TO_ARBITRATION',
  'WITHDRAWN',
];

export function mediationView(row: MediationRow, vault: Vault): Mediation {
  const { personId, nameSealed, knownOn, relationEndedOn, ...shown } = row;
  return {
    ...shown,
    personNameMasked: shownName(vault, personId, nameSealed),
    arbitrationUntil: arbitrationUntil({ kind: row.disputeKind, knownOn, relationEndedOn }),
    agreedFen: BigInt(row.agreedFen),
    recoveredFen: BigInt(row.recoveredFen),
  };
}

export async function mediationFile(
  { sql, own }: Pick<Reading, 'sql' | 'own'>,
  row: MediationRow,
): Promise<MediationFile> {
  return {
    mediation: mediationView(row, own.vault),
    content: own.vault.open(row.contentSealed, mediationPlace(row.mediationId)),
    steps: await rightsSteps(sql, row.mediationId),
  };
}
