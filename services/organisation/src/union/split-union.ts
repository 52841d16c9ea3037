import { chinaDate } from '@gonglian/kernel/dates.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, optionalDate, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { docNo } from '../fields.ts';
import { command } from '../pipeline.ts';
import { addUnions, type NewUnion } from './new-unions.ts';
import { lockTree } from './tree.ts';
import { noteChange } from './union-change.ts';
import {
  requireActive,
  requireDone,
  requireFounded,
  requireNotRoot,
  unionAt,
  type Standing,
} from './union-record.ts';
import { decideRow, isFault, loadWorld, remember, UnionRow, type World } from './union-row.ts';

const PARTS_MAX = 20;

/**
 * A part stands below the same parent unless it says otherwise, and begins on the day of the split.
 */
const Part = UnionRow.extend({ parentId: optionalId, establishedOn: optionalDate });
const SplitUnion = z.strictObject({
  unionId: id,
  parts: z.array(Part).min(1, 'required').max(PARTS_MAX, 'too_long'),
  effectiveOn: date,
  replyDocNo: docNo,
  expectedVersion,
});
type SplitUnion = z.output<typeof SplitUnion>;

type Splitting = Pick<Standing, 'id' | 'level' | 'status' | 'parentId' | 'establishedOn'>;

/** New unions of the same level; who goes over to them is membership's to say, member by member. */
export function decideSplit(
  union: Splitting,
  rows: readonly UnionRow[],
  { rootUnionId, world }: { rootUnionId: string; world: World },
  ask: Pick<SplitUnion, 'effectiveOn'>,
): NewUnion[] {
  requireNotRoot(union, rootUnionId);
  requireActive(union);
  requireDone('effectiveOn', ask.effectiveOn, world.today);
  requireFounded(union, ask.effectiveOn);
  return rows.map((row, index) => {
    const part = index + 1;
    if (world.unions.has(row.unionId)) throw duplicate('PART_EXISTS', { part });
    if (row.level !== union.level) throw refused('SPLIT_LEVEL_DIFFERS', { part, level: row.level });
    const decided = decideRow(row, world);
    if (isFault(decided)) {
      throw refused(decided.code, { part, field: decided.field, ...decided.details });
    }
    remember(world, decided);
    return decided;
  });
}

export function partAsRow(
  union: Pick<Standing, 'parentId'>,
  part: SplitUnion['parts'][number],
  ask: Pick<SplitUnion, 'effectiveOn' | 'replyDocNo'>,
): UnionRow {
  return {
    ...part,
    parentId: part.parentId || (union.parentId ?? ''),
    establishedOn: ask.effectiveOn,
    approvalDocNo: part.approvalDocNo || ask.replyDocNo,
  };
}

export const splitUnion = command({
  schema: SplitUnion,
  permission: 'organisation.union.split',
  unions: (ask) => [ask.unionId],
  wholeNode: 'a unit has one union, wherever it is',
  async run(tx, ask) {
    await lockTree(tx);
    const union = await unionAt(tx.em, ask.unionId, ask.expectedVersion);
    const rows = ask.parts.map((part) => partAsRow(union, part, ask));
    const world = await loadWorld(tx, rows, chinaDate(tx.now));
    const { rootUnionId } = tx.own;
    const parts = decideSplit(union, rows, { rootUnionId, world }, ask);
    await addUnions(tx, parts, 'split');
    const detail = `${parts.map(({ name }) => name).join('、')} ${ask.replyDocNo}`;
    await noteChange(tx, union, { what: 'split', effectiveOn: ask.effectiveOn, detail });
    return { unionIds: parts.map((part) => part.id) };
  },
});
