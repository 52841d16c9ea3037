// The reporting unions that a page is about: one, and the parts its subtree is made of.
import type { Part } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import type { ReportingUnion } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { findRegion } from '@gonglian/kernel/region.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { sourceOf } from '@gonglian/contracts/envelope.ts';
import { UPLINK } from '../link/say.ts';
import type { Own, Reading, Sql } from '../pipeline.ts';

interface Row extends Omit<ReportingUnion, 'version' | 'parentId'> {
  parentId: string | null;
  version: string;
  saidBy: string;
  depth: number;
  receivedMs: string | null;
  position: string | null;
}

export interface Reported {
  union: ReportingUnion;
  /** '' for this node itself, otherwise the subordinate that says the numbers. */
  saidBy: string;
  depth: number;
  receivedAt: Date | null;
  position: bigint;
}

type Asking = Pick<Reading, 'sql' | 'own' | 'node' | 'reach' | 'actor'>;

/** What an empty union id means: the node's root, or the union of a duty that reaches less. */
const top = ({ own, reach, actor }: Asking): string =>
  reach === 'all' ? own.rootUnionId : actor.scope;

/** The reporting union; '' names the root. Otherwise REPORTING_UNION_UNKNOWN. */
export async function getReported(asking: Asking, unionId: string): Promise<Reported> {
  const { sql, own } = asking;
  const wanted = unionId === '' ? top(asking) : unionId;
  const found = await readReported(sql, own, wanted);
  return chosen(asking, found, wanted);
}

/**
 * The same with what is reported directly below it, by region; subordinates that were never heard are among the parts
 * of the root.
 */
export async function getWithParts(
  asking: Asking,
  unionId: string,
): Promise<{ whole: Reported; parts: Reported[] }> {
  const { sql, own } = asking;
  const wanted = unionId === '' ? top(asking) : unionId;
  const found = await readReported(sql, own, wanted, true);
  const whole = chosen(asking, found, wanted);
  const parts = found.filter(({ union }) => union.unionId !== wanted);
  const known = new Set(parts.map(({ union }) => union.unionId));
  const unheard = whole.depth === 0 ? own.subordinates : [];
  const missing = unheard
    .filter((region) => !known.has(nodeRootUnionId(region)))
    .map((region) => silentSubordinate(own, region));
  const sorted = [...parts, ...missing].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return { whole, parts: sorted };
}

function chosen({ own, node }: Asking, found: readonly Reported[], wanted: string): Reported {
  const known = found.find(({ union }) => union.unionId === wanted);
  if (known) return known;
  // Before the first fact, and before a subordinate was first heard, the directory does not hold them yet.
  if (wanted === own.rootUnionId) return { ...silent(rootOf(own, node)), depth: 0 };
  const region = own.subordinates.find((code) => nodeRootUnionId(code) === wanted);
  if (region === undefined) throw notFound('REPORTING_UNION_UNKNOWN', { unionId: wanted });
  return silentSubordinate(own, region);
}

function orderOf({ union }: Reported): string {
  return `${union.regionCode} ${union.name} ${union.unionId}`;
}

async function readReported(
  sql: Sql,
  own: Own,
  unionId: string,
  withParts = false,
): Promise<Reported[]> {
  const sources = own.subordinates.map((code) => sourceOf(code, UPLINK));
  const rows = await sql<Row>`
    select r.union_id as "unionId", r.parent_id as "parentId", r.name, r.level,
      r.region_code as "regionCode", r.node, r.version, r.said_by as "saidBy", r.depth,
      (extract(epoch from p.received_at) * 1000)::bigint as "receivedMs", i.position
    from reporting_union as r
    left join peer as p on p.node = r.said_by
    left join unnest(${own.subordinates}::text[], ${sources}::text[]) as s(node, source)
      on s.node = r.said_by
    left join inbox as i on i.consumer = 'sync' and i.source = s.source
    where r.union_id = ${unionId} or r.parent_id = ${withParts ? unionId : null}::uuid`;
  return rows.map(({ saidBy, depth, receivedMs, position, ...union }) => ({
    union: { ...union, parentId: union.parentId ?? '', version: BigInt(union.version) },
    saidBy,
    depth,
    receivedAt: instant(receivedMs),
    position: BigInt(position ?? 0),
  }));
}

/** An instant as SQL answers it, in milliseconds. */
export function instant(ms: string | null | undefined): Date | null {
  return ms === null || ms === undefined ? null : new Date(Number(ms));
}

function rootOf(own: Own, node: string): ReportingUnion {
  const { rootUnionId: unionId, name, level, regionCode } = own;
  return { unionId, parentId: '', name, level, regionCode, node, version: 0n };
}

function silentSubordinate(own: Own, region: string): Reported {
  const place = findRegion(region);
  const union = {
    unionId: nodeRootUnionId(region),
    parentId: own.rootUnionId,
    name: place?.name ?? region,
    level: place?.level ?? '',
    regionCode: region,
    node: region,
    version: 0n,
  };
  return { ...silent(union), saidBy: region, depth: 1 };
}

function silent(union: ReportingUnion): Reported {
  return { union, saidBy: '', depth: 0, receivedAt: null, position: 0n };
}

/** How old what a part says is; a subordinate that was never heard is stale and has no age. */
export function toPart(reported: Reported, now: Date, staleAfterSeconds: number): Part {
  const { union, saidBy, receivedAt, position } = reported;
  const ageSeconds = receivedAt
    ? Math.max(0, Math.floor((now.getTime() - receivedAt.getTime()) / 1000))
    : 0;
  return {
    union,
    receivedAt: receivedAt?.toISOString() ?? '',
    ageSeconds: BigInt(ageSeconds),
    stale: saidBy !== '' && (receivedAt === null || ageSeconds > staleAfterSeconds),
    position,
  };
}
