import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { NodeClient } from '../node-api.ts';
import { inParallel } from '../node-api.ts';
import { holdElection } from './elections.ts';
import { foundUnions, type NewUnion } from './foundings.ts';
import { joinMembers, moveMembers } from './members.ts';
import type { YearPlan } from './plan.ts';
import { namedId, seeded } from './random.ts';
import { baseUnionRows, townshipRows, townshipsOf, type UnionRow } from './unions.ts';

export interface Loaded {
  unions: number;
  members: number;
}

/**
 * Drives one node through the year by its public commands, as its clerks would have. Every call carries a key made
 * of what it does, so a load that was cut off is run again from the top and only does what is missing.
 */
export async function loadYear(
  client: NodeClient,
  plan: YearPlan,
  nodeNumber: number,
  say: (line: string) => void,
): Promise<void> {
  const random = seeded(`gonglian ${plan.region}`);
  const townships = townshipsOf(plan.region);
  const towns = townshipRows(plan.region, townships);
  const base = baseUnionRows(plan, townships, random);
  await enrol(client, [...towns, ...base]);
  say(`${towns.length} townships and ${base.length} unions enrolled`);

  const founded = await foundUnions(client, plan, townships, random);
  await addGroups(client, plan, base);
  say(`${founded.length} unions founded, ${plan.groups} groups added`);

  const due = base.slice(0, plan.reelections);
  await inParallel(due, 4, (union) => holdElection(client, union));
  say(`${due.length} re-elections completed`);

  const existing = await joinMembers(client, { plan, nodeNumber, base, founded, random, say });
  await moveMembers(client, plan, existing);
  say('members retained, left and transferred');
}

const rowsPerBatch = 400;

async function enrol(client: NodeClient, rows: readonly UnionRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerBatch) {
    const answer = await client.post<{ refused: { row: number; code: string; field: string }[] }>(
      '/unions/enrolments',
      `enrol ${at}`,
      { rows: rows.slice(at, at + rowsPerBatch) },
    );
    const [first] = answer.refused;
    if (first) throw new Error(`union ${at + first.row} was refused: ${first.code} ${first.field}`);
  }
}

/** Union groups stand below existing unions, a few each. */
async function addGroups(
  client: NodeClient,
  plan: YearPlan,
  base: readonly UnionRow[],
): Promise<void> {
  const hosts = base.filter((union) => union.kind === 'SINGLE_GRASSROOTS').slice(-plan.groups);
  await inParallel([...hosts.entries()], 4, async ([n, union]) => {
    const month = String((n % 12) + 1).padStart(2, '0');
    await client.post(`/unions/${union.unionId}/units`, `group ${n}`, {
      rows: [
        {
          unitId: namedId(`group ${plan.region} ${n}`),
          name: `${union.name}第一小组`,
          level: 'GROUP',
          establishedOn: `2020-${month}-15`,
        },
      ],
    });
  });
}

export function rootOf(plan: YearPlan): string {
  return nodeRootUnionId(plan.region);
}

export type { NewUnion };
