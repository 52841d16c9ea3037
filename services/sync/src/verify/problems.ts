// What is wrong besides numbers: facts that were put aside, streams that stand still, links that disagree.
import type { RunningLinks, SourceState } from '../link/board.ts';
import { countedLeaves, rootOf } from '../link/leaves.ts';
import type { Sql } from '../pipeline.ts';

/** Short sentences, each naming what it is about; empty while well. */
export async function findProblems(
  sql: Sql,
  sources: readonly SourceState[],
  links: RunningLinks | undefined,
): Promise<string[]> {
  const parked = await sql<{ source: string; count: string }>`
    select source, count(*) as count from parked where consumer = 'sync' group by source order by source`;
  const disagreeing = await sql<{ node: string; position: string }>`
    select node, compared_position as position from peer where agrees = false order by node`;
  const [forked] = await sql<{ position: string }>`
    select forked_at as position from uplink_state where forked_at is not null`;
  const uplink = links?.uplink();
  return [
    ...parked.map(({ source, count }) => `parked: ${count} of ${source}`),
    ...disagreeing.map(({ node, position }) => `link: ${node} differs at position ${position}`),
    ...sources.filter((s) => s.problem !== '').map((s) => `source: ${s.from}: ${s.problem}`),
    ...sources.filter(isBehind).map((s) => `behind: ${s.from} at ${s.applied} of ${s.end ?? '?'}`),
    ...(forked ? [`fork: the superior holds up to ${forked.position}`] : []),
    ...(uplink && uplink.problem !== '' && !forked ? [`uplink: ${uplink.problem}`] : []),
    ...(links && !links.factsSent() ? ['outbox: facts wait to be sent'] : []),
  ];
}

export function isBehind({ applied, end }: SourceState): boolean {
  return end !== undefined && applied < end;
}

export interface Said {
  upwardRoot: string;
  upwardPosition: bigint;
  subordinateRoots: Record<string, string>;
  subordinatePositions: Record<string, bigint>;
}

/** What this node has said and what was said to it, so that two neighbours' answers can be laid side by side. */
export async function readSaid(
  sql: Sql,
  subordinates: readonly { region: string; source: string }[],
): Promise<Said> {
  const [head] = await sql<{ position: string }>`
    select position + (select count(*) from uplink where position is null) as position
    from uplink_head`;
  const said: Said = {
    upwardRoot: rootOf(await countedLeaves(sql, 'up')).toString('hex'),
    upwardPosition: BigInt(head?.position ?? 0),
    subordinateRoots: {},
    subordinatePositions: {},
  };
  for (const { region, source } of subordinates) {
    const [inbox] = await sql<{ position: string }>`
      select position from inbox where consumer = 'sync' and source = ${source}`;
    said.subordinateRoots[region] = rootOf(await countedLeaves(sql, region)).toString('hex');
    said.subordinatePositions[region] = BigInt(inbox?.position ?? 0);
  }
  return said;
}
