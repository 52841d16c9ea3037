import type { AccessLog } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { isId, newId } from '@gonglian/kernel/id.ts';
import { currentTraceparent } from '@gonglian/telemetry/trace.ts';
import type { Tx } from './use-case.ts';

type Asked = Pick<Tx<unknown>, 'sql' | 'actor' | 'now'>;

/** Something somebody is about to see. */
export interface Sighting {
  entity:
    | 'member'
    | 'payment'
    | 'book'
    | 'work_order'
    | 'mediation'
    | 'legal_aid'
    | 'household'
    | 'claim'
    | 'attachment';
  entityId: string;
  /** The union whose record it is. */
  unionId: string;
  fields: readonly string[];
  how: 'reveal' | 'search' | 'export' | 'self' | 'record';
  reasonCode: string;
  reason: string;
}

/** Writes down who sees what of whom and why, in the transaction that shows it: nothing is shown unlogged. */
export async function logAccess(tx: Asked, seen: readonly Sighting[]): Promise<void> {
  if (seen.length === 0) return;
  const { sql, actor, now } = tx;
  const trace = currentTraceparent()?.split('-')[1] ?? null;
  await sql`
    insert into access_log (id, at, account_id, duty, scope, entity, entity_id, union_id, fields, how,
      reason_code, reason, trace_id)
    select id, ${now}, ${actor.id}, ${actor.duty}, ${actor.scope}, entity, entity_id, union_id,
      string_to_array(fields, ','), how, reason_code, reason, ${trace}
    from unnest(${seen.map(newId)}::uuid[], ${seen.map((one) => one.entity)}::text[],
      ${seen.map((one) => one.entityId)}::uuid[], ${seen.map((one) => one.unionId)}::uuid[],
      ${seen.map((one) => one.fields.join(','))}::text[], ${seen.map((one) => one.how)}::text[],
      ${seen.map((one) => one.reasonCode)}::text[], ${seen.map((one) => one.reason)}::text[])
      as s(id, entity, entity_id, union_id, fields, how, reason_code, reason)`;
}

type Found = AccessLog['items'][number] & { id: string };

function entryOf({ at, accountId, duty, scopeUnionId, fields, how, reasonCode, reason }: Found) {
  return { at, accountId, duty, scopeUnionId, fields, how, reasonCode, reason, scopeUnionName: '' };
}

/** Who saw what of one entity, the newest first. */
export async function listAccess(
  { sql }: Pick<Asked, 'sql'>,
  of: { entity: 'member'; entityId: string; cursor: string; limit: number },
): Promise<AccessLog> {
  const after = isId(of.cursor) ? of.cursor : null;
  const items = await sql<Found>`
    select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      account_id as "accountId", duty, scope as "scopeUnionId", fields, how,
      reason_code as "reasonCode", reason
    from access_log
    where entity = ${of.entity} and entity_id = ${of.entityId}
      and (${after}::uuid is null or id < ${after}::uuid)
    order by id desc limit ${of.limit}`;
  const last = items.at(-1);
  return {
    items: items.map(entryOf),
    nextCursor: last && items.length === of.limit ? last.id : '',
  };
}
