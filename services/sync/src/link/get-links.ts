// The node's links: to its superior and from each subordinate, with lag and age.
import { nothing } from '@gonglian/service/fields.ts';
import { sourceOf } from '@gonglian/contracts/envelope.ts';
import type { Downlink, Links, Uplink } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { firstOf } from '../cell/rows.ts';
import { query, type Reading } from '../pipeline.ts';
import { getReported, instant, toPart } from '../rollup/parts.ts';
import { UPLINK } from './say.ts';

export const getLinks = query({
  schema: nothing,
  permission: 'sync.link.read',
  async run(tx): Promise<Links> {
    const { own, node } = tx;
    const downlinks: Downlink[] = [];
    for (const region of own.subordinates) downlinks.push(await downlinkOf(tx, region));
    return { node, name: own.name, uplink: await uplinkOf(tx), downlinks };
  },
});

async function downlinkOf(tx: Reading, region: string): Promise<Downlink> {
  const { sql, own, now } = tx;
  const reported = await getReported(tx, nodeRootUnionId(region));
  const [heard] = await sql<{ receivedMs: string | null; position: string | null }>`
    select (select extract(epoch from received_at) * 1000 from peer where node = ${region})::bigint
        as "receivedMs",
      (select position from inbox where consumer = 'sync' and source = ${sourceOf(region, UPLINK)})`;
  const part = toPart(
    { ...reported, saidBy: region, receivedAt: instant(heard?.receivedMs) },
    now,
    own.staleAfterSeconds,
  );
  return {
    subordinate: region,
    name: reported.union.name,
    appliedPosition: BigInt(heard?.position ?? 0),
    receivedAt: part.receivedAt,
    ageSeconds: part.ageSeconds,
    stale: part.stale,
  };
}

async function uplinkOf({ sql, own }: Reading): Promise<Uplink | undefined> {
  if (!own.superior) return undefined;
  const said = firstOf(
    await sql<{ last: string; receipted: string; forkedAt: string | null; lag: string | null }>`
      select h.position + (select count(*) from uplink where position is null) as last, s.receipted,
        s.forked_at as "forkedAt",
        (select extract(epoch from now() - min(occurred_at))
         from uplink where position is null or position > s.receipted) as lag
      from uplink_head as h, uplink_state as s`,
  );
  const state = own.board.running?.uplink();
  return {
    superior: own.superior.region,
    connected: state?.connected ?? false,
    lastPosition: BigInt(said.last),
    sentPosition: BigInt(Math.min(state?.sent ?? 0, Number(said.last))),
    receiptedPosition: BigInt(said.receipted),
    lagSeconds: BigInt(Math.max(0, Math.floor(Number(said.lag ?? 0)))),
    alarm: said.forkedAt === null ? (state?.problem ?? '') : 'fork',
  };
}
