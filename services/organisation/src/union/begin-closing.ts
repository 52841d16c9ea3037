import type { UnionClosing } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionClosing } from '@gonglian/contracts/organisation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { noteChange } from './union-change.ts';
import { requireActive, requireNotRoot, unionAt, type Standing } from './union-record.ts';

const BeginClosing = z.strictObject({ unionId: id, reason: text(200), expectedVersion });
type BeginClosing = z.output<typeof BeginClosing>;

/** From its announcement on nobody joins: members can be moved away without others following. */
export function decideClosing(
  union: Pick<Standing, 'id' | 'status'>,
  rootUnionId: string,
  ask: BeginClosing,
): Omit<UnionClosing, 'version'> {
  requireNotRoot(union, rootUnionId);
  requireActive(union);
  return { unionId: ask.unionId, reason: ask.reason };
}

export const beginClosing = command({
  schema: BeginClosing,
  permission: 'organisation.union.close',
  unions: (ask) => [ask.unionId],
  async run(tx, ask) {
    const union = await unionAt(tx.em, ask.unionId, ask.expectedVersion);
    const closing = decideClosing(union, tx.own.rootUnionId, ask);
    const effectiveOn = chinaDate(tx.now);
    union.status = 'CLOSING';
    union.closingOn = effectiveOn;
    const line = { what: 'closing', effectiveOn, detail: ask.reason } as const;
    const version = await noteChange(tx, union, line);
    tx.emit(unionClosing, { ...closing, version });
    return { unionId: ask.unionId, version };
  },
});
