import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, invalid } from '@gonglian/kernel/refusal.ts';
import { UNION_KINDS } from '@gonglian/kernel/union.ts';
import { code, count, date, id, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import {
  admittingUnions,
  checkedCoverage,
  Employer,
  requireUncovered,
} from '../employer/coverage.ts';
import { regionCode } from '../fields.ts';
import { command, type Reading } from '../pipeline.ts';
import {
  asRefusal,
  hostFault,
  industrialParentFault,
  placeFault,
  unitCode,
  type Parent,
} from '../union/placing.ts';
import { requireDone, UnionRecord } from '../union/union-record.ts';
import { Establishment, toMessage } from './establishment.ts';

const COVERED_MAX = 500;
/** Branches and groups are not established: their union adds them. */
const LEVELS = [
  'NATIONAL',
  'PROVINCE',
  'CITY',
  'COUNTY',
  'TOWNSHIP',
  'VILLAGE',
  'GRASSROOTS',
] as const;

const ApplyToEstablish = z.strictObject({
  name: text(100),
  level: code(LEVELS),
  kind: code(UNION_KINDS),
  parentId: id,
  industrialParentId: optionalId,
  regionCode,
  hostName: optionalText(100),
  hostUscc: optionalText(40),
  unitType: optionalText(3),
  industry: optionalText(5),
  hostEmployeeCount: count,
  appliedOn: date,
  applicationDocNo: optionalText(60),
  covered: z.array(Employer).max(COVERED_MAX, 'too_long'),
});
type ApplyToEstablish = z.output<typeof ApplyToEstablish>;

export interface Neighbours {
  today: string;
  parent: Parent | undefined;
  industrialParent: Parent | undefined;
  /** The host has a union of its own, or one is being established. */
  hostTaken: boolean;
  admitting: readonly { uscc: string; unionId: string }[];
}

/** The application as it is kept: codes in normal form. */
export function decideApplication(ask: ApplyToEstablish, near: Neighbours) {
  const host = unitCode(ask.hostUscc);
  const fault =
    placeFault(ask, near.parent) ??
    (ask.industrialParentId === '' ? undefined : industrialParentFault(near.industrialParent)) ??
    hostFault(ask) ??
    host.fault;
  if (fault) throw asRefusal(fault);
  if (ask.kind === 'SINGLE_GRASSROOTS') {
    if (ask.hostName === '')
      throw invalid('FIELD_INVALID', { field: 'hostName', rule: 'required' });
    if (!host.uscc) throw invalid('FIELD_INVALID', { field: 'hostUscc', rule: 'required' });
    if (near.hostTaken) throw duplicate('HOST_HAS_UNION', { field: 'hostUscc' });
  }
  const covered = checkedCoverage(ask.kind, ask.covered);
  requireUncovered(ask.kind, near.admitting);
  requireDone('appliedOn', ask.appliedOn, near.today);
  return { ...ask, hostUscc: host.uscc, covered };
}

export const applyToEstablish = command({
  schema: ApplyToEstablish,
  permission: 'organisation.establishment.apply',
  unions: (ask) => [ask.parentId],
  wholeNode: 'a unit has one union, wherever it is',
  async run(tx, ask) {
    const applied = decideApplication(ask, await findNeighbours(tx, ask));
    const establishment = tx.em.create(Establishment, {
      ...applied,
      id: newId(),
      state: 'APPLIED',
      industrialParentId: applied.industrialParentId || null,
      hostName: applied.hostName || null,
      unitType: applied.unitType || null,
      industry: applied.industry || null,
    });
    await tx.em.flush();
    return toMessage(establishment);
  },
});

async function findNeighbours(tx: Reading, ask: ApplyToEstablish): Promise<Neighbours> {
  const { parentId, industrialParentId } = ask;
  const uscc = unitCode(ask.hostUscc).uscc ?? '';
  const open = await tx.sql`
    select 1 from establishment
    where host_uscc = ${uscc} and kind = 'SINGLE_GRASSROOTS'
      and state in ('APPLIED', 'APPROVED', 'FOUNDED')
    union all
    select 1 from union_record
    where host_uscc = ${uscc} and kind = 'SINGLE_GRASSROOTS' and dissolved_on is null`;
  const usccs = ask.covered.flatMap((employer) => unitCode(employer.uscc).uscc ?? []);
  return {
    today: chinaDate(tx.now),
    parent: (await tx.em.findOne(UnionRecord, parentId)) ?? undefined,
    industrialParent: industrialParentId
      ? ((await tx.em.findOne(UnionRecord, industrialParentId)) ?? undefined)
      : undefined,
    hostTaken: open.length > 0,
    admitting: await admittingUnions(tx, usccs, ask.appliedOn),
  };
}
