import type {
  RowRefusal,
  UnionRow as Row,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { addUnions, type NewUnion } from './new-unions.ts';
import { lockTree } from './tree.ts';
import { decideRow, isFault, loadWorld, remember, UnionRow, type World } from './union-row.ts';

const ROWS_MAX = 500;

/** Rows are read one by one below: a bad one is listed and keeps no other out. */
const EnrolUnions = z.strictObject({
  rows: z.array(z.custom<Row>()).min(1).max(ROWS_MAX, 'too_long'),
});

export interface Enrolment {
  unions: NewUnion[];
  unchanged: number;
  refused: RowRefusal[];
}

/**
 * Takes the good rows in their order, so that a parent may stand before its children in one batch.
 */
export function decideEnrolment(parsed: readonly Parsed[], world: World): Enrolment {
  const known = new Set(world.unions.keys());
  const enrolment: Enrolment = { unions: [], unchanged: 0, refused: [] };
  for (const [index, { row, field }] of parsed.entries()) {
    if (row && known.has(row.unionId)) {
      enrolment.unchanged += 1;
      continue;
    }
    const decided = row ? decideOne(row, world) : { code: 'FIELD_INVALID', field };
    if (isFault(decided)) {
      enrolment.refused.push({ row: index + 1, code: decided.code, field: decided.field });
      continue;
    }
    enrolment.unions.push(decided);
    remember(world, decided);
  }
  return enrolment;
}

function decideOne(row: UnionRow, world: World) {
  if (world.unions.has(row.unionId)) return { code: 'ID_TWICE_IN_BATCH', field: 'unionId' };
  return decideRow(row, world);
}

export interface Parsed {
  row?: UnionRow;
  /** The first field that is not what it must be. */
  field: string;
}

export function parseRow(raw: Row): Parsed {
  const { success, data, error } = UnionRow.safeParse(raw);
  return success ? { row: data, field: '' } : { field: String(error.issues[0]?.path[0] ?? '') };
}

/** The parents that the batch itself does not bring; what is no id is refused with its row. */
function parentsOutside(rows: readonly Row[]): string[] {
  const brought = new Set(rows.map((row) => row.unionId));
  const parents = new Set(rows.map((row) => row.parentId));
  return [...parents].filter((parentId) => isId(parentId) && !brought.has(parentId));
}

export const enrolUnions = command({
  schema: EnrolUnions,
  permission: 'organisation.union.enrol',
  unions: ({ rows }) => parentsOutside(rows),
  wholeNode: 'a unit has one union, wherever it is',
  async run(tx, { rows }) {
    const parsed = rows.map(parseRow);
    await lockTree(tx);
    const good = parsed.flatMap(({ row }) => row ?? []);
    const world = await loadWorld(tx, good, chinaDate(tx.now));
    const { unions, unchanged, refused } = decideEnrolment(parsed, world);
    await addUnions(tx, unions, 'enrolled');
    return { enrolled: unions.length, unchanged, refused };
  },
});
