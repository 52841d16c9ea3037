import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Tx } from '../pipeline.ts';
import { decideEmergency } from './emergency.ts';
import { decideProposal, type Proposal } from './settlement.ts';

export interface NewSettlement extends Proposal {
  period: string;
  bank: string;
  purpose: string;
  /** Of an emergency: what happened, and why it cannot wait. */
  emergencyEvent?: string;
  emergencyReason?: string;
}

/** Proposed, and posted nowhere yet; answers its id. */
export async function writeSettlement(
  { sql, own, actor, node }: Pick<Tx, 'sql' | 'own' | 'actor' | 'node'>,
  ask: NewSettlement,
): Promise<string> {
  decideProposal(own, ask);
  const { emergencyEvent = '', emergencyReason = '' } = ask;
  decideEmergency({ kind: ask.kind, emergencyEvent, emergencyReason });
  const settlementId = newId();
  await sql`
    insert into settlement (settlement_id, direction, union_id, neighbour, kind, period, amount_fen, shares, bank,
      purpose, project, doc_no, permitted_codes, deadline, state, proposed_by, emergency_event,
      emergency_reason)
    values (${settlementId}, 'OUT', ${nodeRootUnionId(node)}, ${ask.toNode}, ${ask.kind}, ${ask.period},
      ${ask.amountFen}, ${JSON.stringify(ask.shares)}, ${ask.bank}, ${ask.purpose}, ${ask.project}, ${ask.docNo},
      ${ask.permittedCodes}, ${ask.deadline || null}, 'PROPOSED', ${actor.id},
      ${emergencyEvent}, ${emergencyReason})`;
  return settlementId;
}
