// A programme of contests or of a reform: what it sets itself is checked against what the records say, and by nothing else.
import type {
  Programme,
  ProgrammeTarget,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { invalid, notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { hasLayers, kindsOf, MEASURES, type MeasureCode } from './measures.ts';

export const PROGRAMME_KINDS = ['CONTEST', 'REFORM'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

const BP = 10_000;
/** A hundredfold says enough. */
const BP_MAX = 1_000_000;
const MEMBERS_MIN = 2;

interface TargetRow {
  seq: number;
  measure: MeasureCode;
  layer: string;
  target: number;
  /** What was counted at the end. */
  kept: string | null;
}

export interface ProgrammeRow extends Omit<Programme, 'targets'> {
  programmeKind: ProgrammeKind;
  targetRows: TargetRow[];
}

interface Content {
  programmeKind: ProgrammeKind;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  memberAgencies: readonly string[];
  targets: readonly { measure: MeasureCode; layer: string; target: number }[];
}

/** Refused PROGRAMME_DATES, AGENCY_TWICE, REFORM_AGENCIES_FEW, PROGRAMME_WITHOUT_TARGETS, TARGET_TWICE; invalid LAYER_NONE. */
export function decideProgramme(content: Content): void {
  const { programmeKind, startsOn, endsOn, memberAgencies, targets } = content;
  if (endsOn <= startsOn) throw refused('PROGRAMME_DATES', { startsOn });
  if (new Set(memberAgencies).size < memberAgencies.length) throw refused('AGENCY_TWICE');
  if (programmeKind === 'REFORM' && memberAgencies.length < MEMBERS_MIN)
    throw refused('REFORM_AGENCIES_FEW', { membersMin: MEMBERS_MIN });
  if (programmeKind === 'CONTEST' && targets.length === 0)
    throw refused('PROGRAMME_WITHOUT_TARGETS');
  const lines = targets.map(({ measure, layer }) => `${measure} ${layer}`);
  if (new Set(lines).size < lines.length) throw refused('TARGET_TWICE');
  const flat = targets.find(({ measure, layer }) => layer !== '' && !hasLayers(measure));
  if (flat) throw invalid('LAYER_NONE', { measure: flat.measure });
}

/** What it comes to, rounded down: what is not reached does not show as reached. */
export function targetView(
  { measure, layer, target }: Omit<TargetRow, 'seq' | 'kept'>,
  actual: bigint,
): ProgrammeTarget {
  const bp = (actual * BigInt(BP)) / BigInt(target);
  const attainedBp = Math.max(0, Math.min(Number(bp), BP_MAX));
  return { measure, layer, target, actual, attainedBp, reached: attainedBp >= BP };
}

/** The newest first. */
export function findProgrammes(
  sql: Sql,
  of: { id?: string; kind?: string | null; before?: string | null; limit: number },
): Promise<ProgrammeRow[]> {
  const { id = null, kind = null, before = null, limit } = of;
  return sql<ProgrammeRow>`
    select p.programme_id as "programmeId", p.union_id as "unionId", u.name as "unionName",
      p.kind as "programmeKind", p.title, p.document_no as "documentNo",
      p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
      p.member_agencies as "memberAgencies", p.state, coalesce(p.closed_on::text, '') as "closedOn",
      p.version, coalesce((
        select json_agg(json_build_object('seq', t.seq, 'measure', t.measure, 'layer', t.layer,
          'target', t.target, 'kept', t.actual::text) order by t.seq)
        from programme_target as t where t.programme_id = p.programme_id), '[]') as "targetRows"
    from programme as p join known_union as u using (union_id)
    where (${id}::uuid is null or p.programme_id = ${id}::uuid)
      and (${kind}::text is null or p.kind = ${kind}::text)
      and (${before}::uuid is null or p.programme_id < ${before}::uuid)
    order by p.programme_id desc limit ${limit}`;
}

/** PROGRAMME_UNKNOWN for one out of reach. */
export async function readProgramme(sql: Sql, programmeId: string): Promise<ProgrammeRow> {
  const [row] = await findProgrammes(sql, { id: programmeId, limit: 1 });
  if (!row) throw notFound('PROGRAMME_UNKNOWN', { programmeId });
  return row;
}

/** Nobody closes it before the transaction ends. Refused PROGRAMME_KIND_WRONG, PROGRAMME_CLOSED. */
export async function holdReform(sql: Sql, programmeId: string): Promise<ProgrammeRow> {
  await sql`select from programme where programme_id = ${programmeId} for share`;
  const row = await readProgramme(sql, programmeId);
  if (row.programmeKind !== 'REFORM')
    throw refused('PROGRAMME_KIND_WRONG', { kind: row.programmeKind });
  if (row.state === 'CLOSED') throw refused('PROGRAMME_CLOSED', { closedOn: row.closedOn });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockProgramme(
  sql: Sql,
  ask: { programmeId: string; expectedVersion: number },
): Promise<ProgrammeRow> {
  await sql`select from programme where programme_id = ${ask.programmeId} for update`;
  const row = await readProgramme(sql, ask.programmeId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** By the target's place: what the union and all below it have done from its first day to its last. */
export async function countTargets(
  sql: Sql,
  programme: ProgrammeRow,
): Promise<Map<number, bigint>> {
  const { unionId, startsOn, endsOn, targetRows } = programme;
  const rows = await sql<{ seq: number; actual: string }>`
    select t.seq, coalesce(sum(c.heads), 0)::text as actual
    from unnest(${targetRows.map(({ seq }) => seq)}::int[],
      ${targetRows.map(({ measure }) => MEASURES[measure].movement)}::text[],
      ${targetRows.map(({ measure }) => kindsOf(measure).join(' '))}::text[],
      ${targetRows.map(({ layer }) => layer)}::text[]) as t(seq, movement, kinds, layer)
    left join counted as c on c.movement = t.movement
      and (t.kinds = '' or c.kind = any(string_to_array(t.kinds, ' ')))
      and (t.layer = '' or c.organiser = t.layer)
      and c.happened_on between ${startsOn}::date and ${endsOn}::date
      and (c.union_id = ${unionId}::uuid or exists (select from scope_below as b
        where b.above_id = ${unionId}::uuid and b.union_id = c.union_id))
    group by t.seq`;
  return new Map(rows.map(({ seq, actual }) => [seq, BigInt(actual)]));
}

/** With its targets as they are counted now, or as they were when it was closed. */
export async function programmeView(sql: Sql, row: ProgrammeRow): Promise<Programme> {
  const { targetRows, ...programme } = row;
  const counted = row.state === 'CLOSED' ? new Map<number, bigint>() : await countTargets(sql, row);
  const targets = targetRows.map(({ seq, kept, ...target }) =>
    targetView(target, kept === null ? (counted.get(seq) ?? 0n) : BigInt(kept)),
  );
  return { ...programme, targets };
}
