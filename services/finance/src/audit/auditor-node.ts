// Federations audit each other (交叉审计): whose auditors may come. They have accounts of their own here, in the duty of
// an auditor, and are bound like all others: nobody audits what he has made, checked or approved.
import { refused } from '@gonglian/kernel/refusal.ts';
import { findRegion } from '@gonglian/kernel/region.ts';

interface Asked {
  unionId: string;
  auditorNode: string;
  auditorNodeName: string;
}

interface Place {
  /** Region codes of the audited side's node and of the one above it. */
  node: string;
  superior: string | null;
  rootUnionId: string;
}

/** Refused AUDITOR_NODE_WRONG: neither the audited side itself comes, nor what stands directly above it. */
export function decideAuditorNode(ask: Asked, { node, superior, rootUnionId }: Place): void {
  const { auditorNode, auditorNodeName } = ask;
  if (auditorNode === '' && auditorNodeName === '') return;
  // Above a union stands this node's own federation; above that, the node it reports to.
  const parent = ask.unionId === rootUnionId ? superior : node;
  const wellNamed = auditorNodeName !== '' && isNode(auditorNode);
  if (!wellNamed || auditorNode === node || auditorNode === parent)
    throw refused('AUDITOR_NODE_WRONG', { auditorNode });
}

/** A federation has a code of six digits that is in the table of regions. */
function isNode(code: string): boolean {
  return /^\d{6}$/.test(code) && findRegion(code) !== undefined;
}
