import type { IndustrialParentChanged } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { industrialParentChanged } from '@gonglian/contracts/organisation.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { isSubdivision } from '@gonglian/kernel/union.ts';
import { date, expectedVersion, id, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  requireAfterLastChange,
  standingParent,
  succeedParents,
  type StandingParent,
} from './history.ts';
import { asRefusal, industrialParentFault } from './placing.ts';
import { lockTree, standsAbove } from './tree.ts';
import { noteChange } from './union-change.ts';
import { requireActive, requireFounded, unionAt, unionOf, type Standing } from './union-record.ts';

const SetIndustrialParent = z.strictObject({
  unionId: id,
  industrialParentId: optionalId,
  effectiveOn: date,
  expectedVersion,
});
type SetIndustrialParent = z.output<typeof SetIndustrialParent>;

type Led = Pick<Standing, 'kind' | 'status' | 'establishedOn'>;

/**
 * The second line has no levels, so only a ring can spoil it; it moves no count (domain row 46).
 */
export function decideIndustrialParent(
  union: Led,
  parent: Led | undefined,
  { current, loops }: { current: StandingParent; loops: boolean },
  ask: SetIndustrialParent,
): Omit<IndustrialParentChanged, 'version'> {
  requireActive(union);
  if (isSubdivision(union.kind)) throw refused('KIND_HAS_NO_INDUSTRIAL_LINE', { kind: union.kind });
  requireFounded(union, ask.effectiveOn);
  requireAfterLastChange(ask.effectiveOn, current.since);
  if (loops) throw refused('CYCLE_IN_TREE', { parentId: ask.industrialParentId });
  const fault = parent && industrialParentFault(parent);
  if (fault) throw asRefusal(fault);
  if (parent && ask.effectiveOn < parent.establishedOn) {
    throw refused('PARENT_NOT_YET_FOUNDED', { establishedOn: parent.establishedOn });
  }
  if (ask.industrialParentId === (current.parentId ?? '')) throw refused('ALREADY_UNDER_PARENT');
  const { unionId, industrialParentId, effectiveOn } = ask;
  return { unionId, industrialParentId, effectiveOn };
}

export const setIndustrialParent = command({
  schema: SetIndustrialParent,
  permission: 'organisation.union.set-industrial-parent',
  unions: (ask) => [ask.unionId],
  wholeNode: 'an industrial union reaches across the tree',
  async run(tx, ask) {
    await lockTree(tx);
    const { unionId, effectiveOn: on } = ask;
    const parentId = ask.industrialParentId || null;
    const union = await unionAt(tx.em, unionId, ask.expectedVersion);
    const parent = parentId === null ? undefined : await unionOf(tx.em, parentId);
    const current = await standingParent(tx, unionId, 'industrial');
    const loops =
      parentId !== null && (await standsAbove(tx, 'industrial', { unionId, parentId, on }));
    const changed = decideIndustrialParent(union, parent, { current, loops }, ask);
    union.industrialParentId = parentId;
    await succeedParents(tx, 'industrial', [unionId], parentId, on);
    const what = 'industrial_parent';
    const detail = parent?.name ?? '';
    const version = await noteChange(tx, union, { what, effectiveOn: on, detail });
    tx.emit(industrialParentChanged, { ...changed, version });
    return { unionId, version };
  },
});
