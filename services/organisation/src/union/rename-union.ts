import type { UnionRenamed } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionRenamed } from '@gonglian/contracts/organisation.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireAfterLastChange, standingName, succeedName, type StandingName } from './history.ts';
import { noteChange } from './union-change.ts';
import { requireActive, requireFounded, unionAt, type Standing } from './union-record.ts';

const RenameUnion = z.strictObject({
  unionId: id,
  name: text(100),
  effectiveOn: date,
  expectedVersion,
});
type RenameUnion = z.output<typeof RenameUnion>;

type Renamable = Pick<Standing, 'status' | 'establishedOn'>;

/**
 * A name may be decided ahead: it stands from its day, and what was called otherwise before stays
 * so.
 */
export function decideRename(
  union: Renamable,
  standing: StandingName,
  ask: RenameUnion,
): Omit<UnionRenamed, 'version'> {
  requireActive(union);
  requireFounded(union, ask.effectiveOn);
  requireAfterLastChange(ask.effectiveOn, standing.since);
  if (ask.name === standing.name) throw refused('NAME_UNCHANGED');
  return { unionId: ask.unionId, name: ask.name, effectiveOn: ask.effectiveOn };
}

export const renameUnion = command({
  schema: RenameUnion,
  permission: 'organisation.union.rename',
  unions: (ask) => [ask.unionId],
  async run(tx, ask) {
    const union = await unionAt(tx.em, ask.unionId, ask.expectedVersion);
    const standing = await standingName(tx, ask.unionId);
    const renamed = decideRename(union, standing, ask);
    union.name = renamed.name;
    const { effectiveOn } = renamed;
    await succeedName(tx, ask.unionId, renamed.name, effectiveOn);
    const detail = `${standing.name} → ${renamed.name}`;
    const version = await noteChange(tx, union, { what: 'renamed', effectiveOn, detail });
    tx.emit(unionRenamed, { ...renamed, version });
    return { unionId: ask.unionId, version };
  },
});
