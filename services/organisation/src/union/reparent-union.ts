import type { UnionReparented } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionReparented } from '@gonglian/contracts/organisation.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { parentAllowed } from '@gonglian/kernel/union.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { docNo } from '../fields.ts';
import { command } from '../pipeline.ts';
import {
  requireAfterLastChange,
  standingParent,
  succeedParents,
  type StandingParent,
} from './history.ts';
import { lockTree, standsAbove } from './tree.ts';
import { noteChange } from './union-change.ts';
import {
  requireActive,
  requireFounded,
  requireNotRoot,
  unionAt,
  unionOf,
  type Standing,
} from './union-record.ts';

const ReparentUnion = z.strictObject({
  unionId: id,
  parentId: id,
  effectiveOn: date,
  replyDocNo: docNo,
  expectedVersion,
});
type ReparentUnion = z.output<typeof ReparentUnion>;

export interface Move {
  rootUnionId: string;
  current: StandingParent;
  /** The union stands above its new parent on the day or later. */
  loops: boolean;
}

type Movable = Pick<Standing, 'id' | 'level' | 'status' | 'establishedOn'>;

/**
 * A union may be put below any active union that its level allows, from a day on which both exist.
 */
export function decideReparent(
  union: Movable,
  parent: Pick<Standing, 'level' | 'status' | 'establishedOn'>,
  { rootUnionId, current, loops }: Move,
  ask: ReparentUnion,
): Omit<UnionReparented, 'version'> {
  requireNotRoot(union, rootUnionId);
  requireActive(union);
  requireFounded(union, ask.effectiveOn);
  requireAfterLastChange(ask.effectiveOn, current.since);
  if (loops) throw refused('CYCLE_IN_TREE', { parentId: ask.parentId });
  if (!parentAllowed(union.level, parent.level)) {
    throw refused('PARENT_LEVEL_WRONG', { level: union.level, parentLevel: parent.level });
  }
  if (parent.status !== 'ACTIVE') throw refused('PARENT_NOT_ACTIVE', { status: parent.status });
  if (ask.effectiveOn < parent.establishedOn) {
    throw refused('PARENT_NOT_YET_FOUNDED', { establishedOn: parent.establishedOn });
  }
  if (ask.parentId === current.parentId) throw refused('ALREADY_UNDER_PARENT');
  return {
    unionId: ask.unionId,
    fromParentId: current.parentId ?? '',
    toParentId: ask.parentId,
    effectiveOn: ask.effectiveOn,
  };
}

export const reparentUnion = command({
  schema: ReparentUnion,
  permission: 'organisation.union.reparent',
  unions: (ask) => [ask.unionId, ask.parentId],
  wholeNode: 'the line above may not come back to the union',
  async run(tx, ask) {
    await lockTree(tx);
    const { unionId, parentId, effectiveOn: on } = ask;
    const union = await unionAt(tx.em, unionId, ask.expectedVersion);
    const parent = await unionOf(tx.em, parentId);
    const current = await standingParent(tx, unionId, 'territorial');
    const loops = await standsAbove(tx, 'territorial', { unionId, parentId, on });
    const { rootUnionId } = tx.own;
    const moved = decideReparent(union, parent, { rootUnionId, current, loops }, ask);
    union.parentId = moved.toParentId;
    await succeedParents(tx, 'territorial', [unionId], parentId, on);
    const detail = `${parent.name} ${ask.replyDocNo}`;
    const version = await noteChange(tx, union, { what: 'reparented', effectiveOn: on, detail });
    tx.emit(unionReparented, { ...moved, version });
    return { unionId, version };
  },
});
