import {
  grantAnswered,
  grantApplied,
  grantReported,
  grantRuleAnnounced,
  settlementAnswered,
  settlementReturned,
  settlementSent,
} from '@gonglian/contracts/finance.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import { sayUpward } from '../link/say.ts';
import { reaction, type Sql, type SyncTx } from '../pipeline.ts';

interface Letter {
  letterId: string;
  kind: string;
  data: string;
  writtenAt: string;
}

const facts = [
  settlementSent,
  settlementAnswered,
  settlementReturned,
  grantRuleAnnounced,
  grantApplied,
  grantAnswered,
  grantReported,
] as const;

/** What a service of this node wrote to its like at a neighbour goes on its way in the transaction that took it. */
export const onAddressed = reaction({
  facts,
  async apply(tx, batch) {
    for (const fact of batch) {
      const { addressee, data } = addressed(fact);
      const kind = `finance.${fact.name}`;
      const letter = { letterId: newId(), kind, data: JSON.stringify(data), writtenAt: fact.at };
      await send(tx, addressee, letter);
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

async function send(tx: SyncTx, addressee: string, letter: Letter): Promise<void> {
  if (addressee === tx.own.superior?.region) return sayUpward({ sql: tx.sql, tx }, [{ letter }]);
  if (tx.own.subordinates.includes(addressee)) return keepDown(tx.sql, addressee, letter);
  throw refused('NODE_NOT_NEIGHBOUR', { node: addressee });
}

/** Numbered under a lock of its own: two reactions at once may write to one subordinate. */
async function keepDown(
  sql: Sql,
  subordinate: string,
  { letterId, kind, data, writtenAt }: Letter,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${subordinate}`}, 0))`;
  await sql`
    insert into letter_down (subordinate, no, letter_id, kind, data, written_at)
    select ${subordinate}, coalesce(max(no), 0) + 1, ${letterId}, ${kind}, ${data}, ${writtenAt}
    from letter_down where subordinate = ${subordinate}`;
}
