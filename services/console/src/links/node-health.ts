// What the node's health comes to, from what it says of its links, and the report of it that may be passed on.
import type { Links, NodeFacts, Verification } from '../shapes.ts';

export type Health = 'good' | 'late' | 'cut' | 'alarm';

/** The worst of all links decides. */
export function healthOf({ uplink, downlinks }: Links): Health {
  const above = uplink && uplink.superior !== '' ? uplink : undefined;
  if (above && above.alarm !== '') return 'alarm';
  if (above && !above.connected) return 'cut';
  return downlinks.some((link) => link.stale || link.receivedAt === '') ? 'late' : 'good';
}

/** What has been said upward and is not known to be safe there. */
export function backlogOf({
  lastPosition,
  receiptedPosition,
}: {
  lastPosition: string;
  receiptedPosition: string;
}): bigint {
  return BigInt(lastPosition) - BigInt(receiptedPosition);
}

export interface Known {
  node: NodeFacts | undefined;
  links: Links | undefined;
  verification: Verification | undefined;
}

/**
 * For whoever helps from afar: names and numbers of nodes and unions, no person's data, nothing of the one who reads.
 */
export function reportOf({ node, links, verification }: Known, at: Date): string {
  const made = { what: 'gonglian node diagnostics', madeAt: at.toISOString(), api: 'v1' };
  const health = links && healthOf(links);
  const asked = verification ?? 'not run in this visit';
  return `${JSON.stringify({ ...made, health, node, links, verification: asked }, null, 2)}\n`;
}
