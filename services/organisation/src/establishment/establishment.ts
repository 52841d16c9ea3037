import { Establishment as Message } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { UnionKind, UnionLevel } from '@gonglian/kernel/union.ts';
import { defineEntity, LockMode, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Seat } from '../election/ballot.ts';
import type { Employer } from '../employer/coverage.ts';

/**
 * APPLIED → APPROVED → FOUNDED → ACTIVE, or RETURNED, which ends it: a corrected application is a
 * new one.
 */
export const ESTABLISHMENT_STATES = [
  'APPLIED',
  'RETURNED',
  'APPROVED',
  'FOUNDED',
  'ACTIVE',
] as const;
export type EstablishmentState = (typeof ESTABLISHMENT_STATES)[number];

export const EstablishmentSchema = defineEntity({
  name: 'Establishment',
  tableName: 'establishment',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<EstablishmentState>(),
    name: p.text(),
    level: p.text().$type<UnionLevel>(),
    kind: p.text().$type<UnionKind>(),
    parentId: p.uuid(),
    industrialParentId: p.uuid().nullable(),
    regionCode: p.text(),
    hostName: p.text().nullable(),
    hostUscc: p.text().nullable(),
    unitType: p.text().nullable(),
    industry: p.text().nullable(),
    hostEmployeeCount: p.integer(),
    appliedOn: p.date(),
    applicationDocNo: p.text(),
    covered: p.json().$type<Employer[]>(),
    repliedOn: p.date().nullable(),
    replyDocNo: p.text().nullable(),
    returnReason: p.text().nullable(),
    heldOn: p.date().nullable(),
    termYears: p.integer().nullable(),
    memberCount: p.integer().nullable(),
    entitled: p.integer().nullable(),
    present: p.integer().nullable(),
    seats: p.json().$type<Seat[]>().nullable(),
    approvedOn: p.date().nullable(),
    approvalDocNo: p.text().nullable(),
    unionId: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
export class Establishment extends EstablishmentSchema.class {}
EstablishmentSchema.setClass(Establishment);

/** The procedure at the version the caller has seen. */
export async function establishmentAt(
  em: EntityManager,
  id: string,
  version: number,
): Promise<Establishment> {
  const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
  const establishment = await em.findOne(Establishment, id, lock);
  if (!establishment) throw notFound('NOT_FOUND', { establishmentId: id });
  return establishment;
}

/** Refused ESTABLISHMENT_STATE_WRONG naming the state it is in. */
export function requireState(
  { state }: Pick<Establishment, 'state'>,
  wanted: EstablishmentState,
): void {
  if (state !== wanted) throw refused('ESTABLISHMENT_STATE_WRONG', { state, wanted });
}

/** As it goes out; call it after the flush, for the version. */
export function toMessage(establishment: Establishment): Message {
  return {
    establishmentId: establishment.id,
    state: establishment.state,
    unionId: establishment.unionId ?? '',
    name: establishment.name,
    parentId: establishment.parentId,
    replyDocNo: establishment.replyDocNo ?? '',
    returnReason: establishment.returnReason ?? '',
    version: establishment.version,
    appliedOn: establishment.appliedOn,
  };
}
