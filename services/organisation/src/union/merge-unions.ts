import type {
  UnionDissolved,
  UnionReparented,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionDissolved, unionReparented } from '@gonglian/contracts/organisation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { coverEmployers, mayCover } from '../employer/coverage.ts';
import { docNo } from '../fields.ts';
import { command, type Tx } from '../pipeline.ts';
import { endUnions, lastPlacedOn } from './ending.ts';
import { requireAfterLastChange, succeedParents } from './history.ts';
import { childrenFrom, lockTree } from './tree.ts';
import { noteChange, noteChanges } from './union-change.ts';
import {
  requireActive,
  requireDone,
  requireFounded,
  requireNotRoot,
  unionOf,
  UnionRecord,
  type Standing,
} from './union-record.ts';

const ABSORBED_MAX = 50;
const MergeUnions = z.strictObject({
  intoUnionId: id,
  unionIds: z.array(id).min(1, 'required').max(ABSORBED_MAX, 'too_long'),
  effectiveOn: date,
  replyDocNo: docNo,
});
type MergeUnions = z.output<typeof MergeUnions>;

type Merging = Pick<Standing, 'id' | 'level' | 'status' | 'establishedOn'>;
export interface Below {
  unionId: string;
  parentId: string;
  since: string;
  until: string | null;
}
export interface Surroundings {
  rootUnionId: string;
  today: string;
  lastPlacedOn: string;
  /** Everything below the absorbed unions on the day or later. */
  subUnions: readonly Below[];
  industrialSubUnions: number;
}

export interface Merger {
  reparented: Omit<UnionReparented, 'version'>[];
  dissolved: Omit<UnionDissolved, 'version'>[];
}

/**
 * Unions of one level become one: those absorbed end, and what stood below them stands below the
 * one that goes on.
 */
export function decideMerge(
  into: Merging,
  absorbed: readonly Merging[],
  around: Surroundings,
  ask: MergeUnions,
): Merger {
  if (absorbed.some(({ id: one }) => one === into.id)) throw refused('MERGE_INTO_ITSELF');
  requireActive(into);
  requireFounded(into, ask.effectiveOn);
  requireDone('effectiveOn', ask.effectiveOn, around.today);
  for (const union of absorbed) {
    requireNotRoot(union, around.rootUnionId);
    if (union.status !== 'CLOSING') requireActive(union);
    requireFounded(union, ask.effectiveOn);
    if (union.level !== into.level) {
      throw refused('MERGE_LEVEL_DIFFERS', { level: union.level, intoLevel: into.level });
    }
  }
  requireAfterLastChange(ask.effectiveOn, around.lastPlacedOn);
  for (const { since, until } of around.subUnions) {
    requireAfterLastChange(ask.effectiveOn, until ?? since);
  }
  if (around.industrialSubUnions > 0) {
    throw refused('HAS_INDUSTRIAL_SUB_UNIONS', { subUnions: around.industrialSubUnions });
  }
  const { intoUnionId: successorId, effectiveOn } = ask;
  return {
    reparented: around.subUnions.map(({ unionId, parentId: fromParentId }) => ({
      unionId,
      fromParentId,
      toParentId: successorId,
      effectiveOn,
    })),
    dissolved: absorbed.map(({ id: unionId }) => ({
      unionId,
      effectiveOn,
      cause: 'merged',
      successorId,
    })),
  };
}

export const mergeUnions = command({
  schema: MergeUnions,
  permission: 'organisation.union.merge',
  unions: (ask) => [ask.intoUnionId, ...ask.unionIds],
  wholeNode: 'what a merged union covered may be covered once, wherever it is',
  async run(tx, ask) {
    await lockTree(tx);
    const { intoUnionId, effectiveOn: on } = ask;
    const ids = [...new Set(ask.unionIds)];
    const into = await unionOf(tx.em, intoUnionId);
    const absorbed = await findAll(tx, ids);
    const around = {
      rootUnionId: tx.own.rootUnionId,
      today: chinaDate(tx.now),
      lastPlacedOn: await lastPlacedOn(tx, ids),
      subUnions: await childrenFrom(tx, 'territorial', ids, on),
      industrialSubUnions: (await childrenFrom(tx, 'industrial', ids, on)).length,
    };
    const { reparented, dissolved } = decideMerge(into, absorbed, around, ask);
    await moveSubUnions(tx, reparented, into.name, on);
    const detail = `${absorbed.map(({ name }) => name).join('、')} ${ask.replyDocNo}`;
    const version = await noteChange(tx, into, { what: 'merged', effectiveOn: on, detail });
    const versions = new Map<string, number>();
    for (const union of absorbed) {
      Object.assign(union, { status: 'MERGED', dissolvedOn: on, successorId: into.id });
      const line = { what: 'merged', effectiveOn: on, detail: `${into.name} ${ask.replyDocNo}` };
      versions.set(union.id, await noteChange(tx, union, { ...line, what: 'merged' }));
    }
    const employers = await endUnions(tx, versions, on);
    if (mayCover(into.kind)) {
      await takeOver(tx, { id: into.id, kind: into.kind, version }, employers, on);
    }
    for (const fact of dissolved) {
      tx.emit(unionDissolved, { ...fact, version: versions.get(fact.unionId) ?? 0 });
    }
    return { unionId: intoUnionId, version };
  },
});

async function findAll(tx: Tx, ids: readonly string[]): Promise<UnionRecord[]> {
  const found = await tx.em.find(UnionRecord, { id: { $in: [...ids] } });
  const byId = new Map(found.map((union) => [union.id, union]));
  return ids.map((unionId) => {
    const union = byId.get(unionId);
    if (!union) throw notFound('NOT_FOUND', { unionId });
    return union;
  });
}

async function moveSubUnions(
  tx: Tx,
  moved: Merger['reparented'],
  detail: string,
  on: string,
): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const lines = moved.map(({ unionId }) => ({
    id: newId(),
    unionId,
    effectiveOn: on,
    what: 'reparented' as const,
    detail,
  }));
  const ids = lines.map(({ unionId }) => unionId);
  await succeedParents(tx, 'territorial', ids, first.toParentId, on);
  await noteChanges(tx, lines);
  const rows = await tx.sql<{ id: string; version: number }>`
    update union_record as u
    set parent_id = ${first.toParentId}, last_change_id = c.change_id, version = version + 1
    from unnest(${ids}::uuid[], ${lines.map((line) => line.id)}::uuid[]) as c(id, change_id)
    where u.id = c.id returning u.id, u.version`;
  const versions = new Map(rows.map((row) => [row.id, row.version]));
  for (const fact of moved) {
    tx.emit(unionReparented, { ...fact, version: versions.get(fact.unionId) ?? 0 });
  }
}

/** The successor covers whom the absorbed unions covered, unless it did so already. */
async function takeOver(
  tx: Tx,
  into: Parameters<typeof coverEmployers>[1],
  employers: Awaited<ReturnType<typeof endUnions>>,
  on: string,
): Promise<void> {
  const own = await tx.sql<{ uscc: string }>`
    select employer_uscc as uscc from employer_coverage where union_id = ${into.id}
      and daterange(started_on, ended_on) && daterange(${on}::date, null)`;
  const covered = new Set(own.map((row) => row.uscc));
  const taken = employers.filter(({ uscc }) => !covered.has(uscc));
  await coverEmployers(tx, into, taken, on);
}
