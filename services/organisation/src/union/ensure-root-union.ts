import { asService } from '@gonglian/service/access.ts';
import { runIn, transact } from '@gonglian/service/database.ts';
import { openTx, type Running } from '@gonglian/service/handler.ts';
import { writeFacts } from '@gonglian/outbox/outbox.ts';
import type { Own } from '../pipeline.ts';
import { addUnions } from './new-unions.ts';
import { lockTree } from './tree.ts';

/**
 * No node is told when its federation was founded, so the day the national federation was stands
 * for it: no union is older, and the federation itself is counted as new in no year.
 */
const FEDERATION_FOUNDED_ON = '1925-05-01';

/**
 * The federation that runs the node, made once, at the first start; the first fact of the node.
 * True if it was.
 */
export async function ensureRootUnion(running: Running<Own>): Promise<boolean> {
  const now = new Date();
  const actor = {
    id: 'service:organisation',
    duty: 'service',
    scope: '',
    node: running.node,
    member: '',
  };
  const made = await transact(running.orm, asService, async (em) => {
    const { tx, facts } = openTx(running, em, actor, now, asService);
    await lockTree(tx);
    const { rootUnionId, regionCode, level, name } = running.own;
    const there = await tx.sql`select 1 from union_record where id = ${rootUnionId}`;
    if (there.length > 0) return false;
    const root = {
      id: rootUnionId,
      name,
      level,
      regionCode,
      kind: 'FEDERATION' as const,
      establishedOn: FEDERATION_FOUNDED_ON,
      ...nothingElse,
    };
    await addUnions(tx, [root], 'root');
    await writeFacts(runIn(em), running.service, facts, now);
    return true;
  });
  if (made) running.wakeRelay();
  return made;
}

const nothingElse = {
  parentId: null,
  industrialParentId: null,
  uscc: null,
  hostName: null,
  hostUscc: null,
  unitType: null,
  industry: null,
  hostEmployeeCount: 0,
  approvalDocNo: null,
  termNo: 0,
  termYears: null,
  termStart: null,
  termEnd: null,
};
