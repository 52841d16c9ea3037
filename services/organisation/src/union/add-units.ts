import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { addUnions, type NewUnion } from './new-unions.ts';
import { lockTree } from './tree.ts';
import { unionOf, UnionRecord, type Standing } from './union-record.ts';
import { decideRow, isFault, loadWorld, remember, type UnionRow, type World } from './union-row.ts';

const UNITS_MAX = 500;
const UnitRow = z.strictObject({
  unitId: id,
  name: text(100),
  level: code(['BRANCH', 'GROUP']),
  establishedOn: date,
});
const AddUnits = z.strictObject({
  unionId: id,
  rows: z.array(UnitRow).min(1, 'required').max(UNITS_MAX, 'too_long'),
});
type AddUnits = z.output<typeof AddUnits>;

type Host = Pick<Standing, 'id' | 'level' | 'regionCode' | 'establishedOn'>;

/**
 * The units that are not there yet. All or none: a row that breaks a rule is refused by its number.
 */
export function decideUnits(host: Host, rows: AddUnits['rows'], world: World): NewUnion[] {
  if (host.level !== 'GRASSROOTS' && host.level !== 'BRANCH') {
    throw refused('PARENT_LEVEL_WRONG', { parentLevel: host.level });
  }
  const known = new Set(world.unions.keys());
  return rows.flatMap((row, index) => {
    if (known.has(row.unitId)) return [];
    const at = { row: index + 1 };
    if (world.unions.has(row.unitId)) throw refused('ID_TWICE_IN_BATCH', at);
    if (row.establishedOn < host.establishedOn) {
      throw refused('ESTABLISHED_BEFORE_PARENT', { ...at, establishedOn: host.establishedOn });
    }
    const decided = decideRow(unitAsRow(row, host), world);
    if (isFault(decided)) throw refused(decided.code, { ...at, field: decided.field });
    remember(world, decided);
    return [decided];
  });
}

/** A unit lives where its union lives and has neither host nor term of its own. */
function unitAsRow(row: AddUnits['rows'][number], host: Host): UnionRow {
  return {
    unionId: row.unitId,
    name: row.name,
    level: row.level,
    kind: row.level,
    parentId: host.id,
    industrialParentId: '',
    regionCode: host.regionCode,
    uscc: '',
    hostName: '',
    hostUscc: '',
    unitType: '',
    industry: '',
    hostEmployeeCount: 0,
    establishedOn: row.establishedOn,
    approvalDocNo: '',
    termNo: 0,
    termYears: 0,
    termStart: '',
  };
}

export const addUnits = command({
  schema: AddUnits,
  permission: 'organisation.union.add-units',
  unions: (ask) => [ask.unionId],
  async run(tx, { unionId, rows }) {
    await lockTree(tx);
    const host: UnionRecord = await unionOf(tx.em, unionId);
    const asRows = rows.map((row) => unitAsRow(row, host));
    const world = await loadWorld(tx, asRows, chinaDate(tx.now));
    const units = decideUnits(host, rows, world);
    await addUnions(tx, units, 'founded');
    return { added: units.length, unchanged: rows.length - units.length };
  },
});
