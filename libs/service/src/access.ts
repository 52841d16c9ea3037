import { notFound } from '@gonglian/kernel/refusal.ts';
import { reachOf, type Reach } from '@gonglian/kernel/duty.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { escapeLiteral } from 'pg';
import type { Sql } from './use-case.ts';

/** How far one transaction reaches, and for whom. */
export interface Access {
  account: string;
  reach: Reach;
  /** The union of the duty; empty for none. */
  scope: string;
  /** The member whose own record it is; empty for none. */
  member: string;
}

/** What the service does for itself: reactions, relays, its own upkeep. */
export const asService: Access = { account: 'service', reach: 'all', scope: '', member: '' };

export function accessOf(actor: Actor): Access {
  const { id: account, duty, scope, member } = actor;
  return { account, reach: reachOf(duty, scope, rootOf(actor.node)), scope, member };
}

let known = { node: '', rootId: '' };

/** A service serves one node, and asks for its root with every call. */
function rootOf(node: string): string {
  if (known.node !== node) known = { node, rootId: nodeRootUnionId(node) };
  return known.rootId;
}

/** Says it to the database, for this transaction only. */
export async function declareAccess(sql: Sql, access: Access): Promise<void> {
  const [names, values] = settingsOf(access);
  await sql`
    select set_config(name, value, true)
    from unnest(${names}::text[], ${values}::text[]) as setting (name, value)`;
}

/** The same as a text of its own, for the statement that opens the transaction. */
export function declarationOf(access: Access): string {
  const [names, values] = settingsOf(access);
  const calls = names.map(
    (name, n) => `set_config('${name}', ${escapeLiteral(values[n] ?? '')}, true)`,
  );
  return `select ${calls.join(', ')}`;
}

function settingsOf({ account, reach, scope, member }: Access): [string[], string[]] {
  const settings = {
    'gonglian.account': account,
    'gonglian.reach': reach,
    'gonglian.scope': scope,
    'gonglian.member': member,
  };
  return [Object.keys(settings), Object.values(settings)];
}

/** UNION_UNKNOWN for a union outside the reach: answered like one that does not exist. */
export async function requireReach(
  sql: Sql,
  { reach }: Access,
  unionIds: readonly string[],
): Promise<void> {
  const named = unionIds.filter((unionId) => unionId !== '');
  if (reach === 'all' || named.length === 0) return;
  const [outside] =
    reach === 'scope'
      ? await sql<{ unionId: string }>`
          select u as "unionId" from unnest(${named}::text[]) as u
          where u <> coalesce((select scope_root())::text, '') and not exists (
            select from scope_below as b where b.above_id = (select scope_root())
              and b.union_id = case when u ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then u::uuid end)
          limit 1`
      : named.map((unionId) => ({ unionId }));
  if (outside) throw notFound('UNION_UNKNOWN', { unionId: outside.unionId });
}
