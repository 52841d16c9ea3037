import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import type { Tx } from '../pipeline.ts';
import type { Recipient } from './entitlement.ts';

/** More federations of one level than any node has. */
const RECIPIENTS_MAX = 5_000;
/** Deeper than any tree of unions. */
const DEPTH_MAX = 12;

/** The living federations of a level in this node, and its subordinates where they are of that level; one statement. */
export async function findRecipients(
  { sql, node, own }: Pick<Tx, 'sql' | 'node' | 'own'>,
  level: string,
  fiscalYear: number,
): Promise<Recipient[]> {
  const here = await sql<Omit<Recipient, 'recipientNode'>>`
    with recursive below as (
      select union_id as top, union_id, 0 as depth from known_union
      where level = ${level} and kind in ('FEDERATION', 'TOWNSHIP') and dissolved_on is null
        and union_id <> ${nodeRootUnionId(node)}
      union all
      select b.top, u.union_id, b.depth + 1 from below as b join known_union as u on u.parent_id = b.union_id
      where b.depth < ${DEPTH_MAX}),
    collected as (
      select b.top, sum(r.fund_fen) as fen from below as b join fund_receipt as r on r.union_id = b.union_id
      where r.received_on between make_date(${fiscalYear}, 1, 1) and make_date(${fiscalYear}, 12, 31)
      group by b.top)
    select u.union_id as "unionId", u.region_code as "regionCode", u.name,
      coalesce(c.fen, 0)::float8 as "collectedFen"
    from below as b join known_union as u using (union_id) left join collected as c on c.top = u.union_id
    where b.depth = 0 order by u.region_code, u.union_id limit ${RECIPIENTS_MAX}`;
  const below = FUND_LEVELS[FUND_LEVELS.findIndex((one) => one === own.level) - 1];
  const nodes = below === level ? own.subordinates : [];
  return [
    ...here.map((one) => ({ ...one, recipientNode: '' })),
    ...nodes.toSorted().map((region) => ({
      unionId: nodeRootUnionId(region),
      regionCode: region,
      name: '',
      recipientNode: region,
      collectedFen: null,
    })),
  ];
}
