import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

/** Refused CONTEST_OF_NODE: the results of one that a node above offered come by letter. */
export async function requireByHand(sql: Sql, competitionId: string): Promise<void> {
  const [offered] = await sql<{ node: string }>`
    select from_node as node from competition where competition_id = ${competitionId}`;
  if (offered?.node) throw refused('CONTEST_OF_NODE', { node: offered.node });
}
