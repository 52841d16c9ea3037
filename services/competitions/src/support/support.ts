// What a union offers a firm or a project (助企行、项目服务申报): declared, delivered with evidence, accepted by whoever was served.
import type { Support } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const SUPPORT_KINDS = ['TECH_SERVICE', 'PROJECT_SERVICE'] as const;
export const SUPPORT_STATES = ['DECLARED', 'DELIVERED', 'RETURNED', 'ACCEPTED'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

/** What was sent back is delivered again; what was accepted is over. */
const STEPS = {
  deliver: { from: ['DECLARED', 'RETURNED'], to: 'DELIVERED' },
  accept: { from: ['DELIVERED'], to: 'ACCEPTED' },
  sendBack: { from: ['DELIVERED'], to: 'RETURNED' },
} as const satisfies Record<string, { from: readonly SupportState[]; to: SupportState }>;
export type SupportStep = keyof typeof STEPS;

/** The state after a step; refused SUPPORT_STATE_WRONG where another comes first. */
export function decideStep(state: SupportState, step: SupportStep): SupportState {
  const { from, to } = STEPS[step];
  if (!(from as readonly SupportState[]).includes(state))
    throw refused('SUPPORT_STATE_WRONG', { state });
  return to;
}

export interface SupportRow extends Support {
  state: SupportState;
  deliveredBy: string;
}

/** What each step names. */
export const supportStep = { supportId: id, expectedVersion };

/** The newest first. */
export function findSupports(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    state?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<SupportRow[]> {
  const { id: one = null, unionId = null, kind = null, state = null, before = null, limit } = of;
  return sql<SupportRow>`
    select s.support_id as "supportId", s.union_id as "unionId", u.name as "unionName",
      s.kind as "supportKind", s.served_name as "servedName",
      coalesce(s.served_union_id::text, '') as "servedUnionId", s.matter, s.experts,
      s.declared_on::text as "declaredOn", s.state, s.result_text as "resultText",
      coalesce(s.delivered_on::text, '') as "deliveredOn", s.delivered_by as "deliveredBy",
      s.evidence_sha256 as "evidenceSha256", s.remark, coalesce(s.judged_on::text, '') as "judgedOn",
      s.version
    from support as s join known_union as u using (union_id)
    where (${one}::uuid is null or s.support_id = ${one}::uuid)
      and (${unionId}::uuid is null or ${unionId}::uuid in (s.union_id, s.served_union_id))
      and (${kind}::text is null or s.kind = ${kind}::text)
      and (${state}::text is null or s.state = ${state}::text)
      and (${before}::uuid is null or s.support_id < ${before}::uuid)
    order by s.support_id desc limit ${limit}`;
}

/** SUPPORT_UNKNOWN for one out of reach. */
export async function readSupport(sql: Sql, supportId: string): Promise<SupportRow> {
  const [row] = await findSupports(sql, { id: supportId, limit: 1 });
  if (!row) throw notFound('SUPPORT_UNKNOWN', { supportId });
  return row;
}

export async function lockSupport(
  sql: Sql,
  ask: { supportId: string; expectedVersion: number },
): Promise<SupportRow> {
  await sql`select from support where support_id = ${ask.supportId} for update`;
  const row = await readSupport(sql, ask.supportId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Who delivered it is nobody's but the service's. */
export function supportView(row: SupportRow): Support {
  const { deliveredBy: _, ...shown } = row;
  return shown;
}
