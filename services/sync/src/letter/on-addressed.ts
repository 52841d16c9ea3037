import {
  grantAnswered,
  grantApplied,
  grantReported,
  grantRuleAnnounced,
  settlementAnswered,
  settlementReturned,
  settlementSent,
} from '@gonglian/contracts/finance.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import { sendLetter } from './send-letter.ts';
import { reaction } from '../pipeline.ts';

const facts = [
  settlementSent,
  settlementAnswered,
  settlementReturned,
  grantRuleAnnounced,
  grantApplied,
  grantAnswered,
  grantReported,
] as const;

/** What finance of this node wrote to its like at a neighbour goes on its way in the transaction that took it. */
export const onAddressed = reaction({
  facts,
  async apply(tx, batch) {
    for (const fact of batch) {
      const { addressee, data } = addressed(fact);
      const kind = `finance.${fact.name}`;
      const letter = { letterId: newId(), kind, data: JSON.stringify(data), writtenAt: fact.at };
      await sendLetter(tx, addressee, letter);
    }
  },
});

/** Of a settlement `toNode` is always the one that is paid: its answer goes the other way. Of a grant it is who reads. */
function addressed({ name, data }: Received<(typeof facts)[number]>): {
  addressee: string;
  data: unknown;
} {
  switch (name) {
    case 'settlement.sent':
      return { addressee: data.toNode, data: settlementSent.toJson(data) };
    case 'settlement.answered':
      return { addressee: data.fromNode, data: settlementAnswered.toJson(data) };
    case 'settlement.returned':
      return { addressee: data.toNode, data: settlementReturned.toJson(data) };
    case 'grant-rule.announced':
      return { addressee: data.toNode, data: grantRuleAnnounced.toJson(data) };
    case 'grant.applied':
      return { addressee: data.toNode, data: grantApplied.toJson(data) };
    case 'grant.answered':
      return { addressee: data.toNode, data: grantAnswered.toJson(data) };
    case 'grant.reported':
      return { addressee: data.toNode, data: grantReported.toJson(data) };
  }
}
