// What a clerk does in a day, for journeys that need something to happen at a node.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { holdElection } from '../../deploy/local/demo/elections.ts';
import { person, type PersonRow } from '../../deploy/local/demo/people.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { openClient, type NodeClient } from '../../deploy/local/node-api.ts';

export interface Clerk {
  client: NodeClient;
  /** Enrols a union directly below the node's root; its term ended in 2020. */
  enrolUnion(): Promise<UnionRow>;
  /** So many people who were not there before join in 2020. */
  join(union: UnionRow, count: number): Promise<void>;
  /** The union's first active member leaves. */
  leave(union: UnionRow): Promise<void>;
  elect(union: UnionRow): Promise<void>;
}

interface MemberRow {
  memberId: string;
  version: number;
}

/** Waits out restarts, as a clerk does who presses the button again: the same key each time. */
export async function openClerk(origin: string, region: string): Promise<Clerk> {
  const client = await openClient(region, origin);
  let people = 0;
  let unions = 0;
  return {
    client,
    async enrolUnion() {
      const row = unionRow(region, (unions += 1));
      const { refused } = await client.post<{ refused: unknown[] }>(
        '/unions/enrolments',
        `enrol ${row.unionId}`,
        { rows: [row] },
      );
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
      return row;
    },
    async join({ unionId }, count) {
      const first = people;
      people += count;
      const rows = somePeople(first, count);
      const { joined } = await client.post<{ joined: number }>(
        '/members/batches',
        `join ${first}`,
        {
          unionId,
          joinedOn: '2020-05-06',
          rows,
        },
      );
      if (joined !== count) throw new Error(`${joined} of ${count} joined`);
    },
    async leave({ unionId }) {
      const { items } = await client.get<{ items: MemberRow[] }>(
        `/members?union_id=${unionId}&state=ACTIVE&limit=1`,
      );
      const [member] = items;
      if (!member) throw new Error('nobody is left');
      await client.post(`/members/${member.memberId}/end`, `leave ${member.memberId}`, {
        how: 'left',
        effectiveOn: '2020-11-02',
        expectedVersion: member.version,
      });
    },
    elect: (union) => holdElection(client, union),
  };
}

/** Synthetic people of county 321084's share of numbers. */
export function somePeople(first: number, count: number): PersonRow[] {
  return Array.from({ length: count }, (_, n) => person(3, first + n));
}

export function unionRow(region: string, n: number): UnionRow {
  return {
    unionId: crypto.randomUUID(),
    name: `第${n}联合工会`,
    level: 'GRASSROOTS',
    kind: 'JOINT_GRASSROOTS',
    parentId: nodeRootUnionId(region),
    regionCode: region,
    hostName: '',
    hostUscc: '',
    unitType: '',
    industry: '',
    hostEmployeeCount: 0,
    establishedOn: '2011-04-01',
    approvalDocNo: `工组〔2011〕${n}号`,
    termNo: 3,
    termYears: 3,
    termStart: '2017-05-04',
  };
}
