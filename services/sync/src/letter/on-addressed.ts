import {
  settlementAnswered,
  settlementReturned,
  settlementSent,
} from '@gonglian/contracts/finance.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { sayUpward } from '../link/say.ts';
import { reaction, type Sql, type SyncTx } from '../pipeline.ts';

interface Letter {
  letterId: string;
  kind: string;
  data: string;
  writtenAt: string;
}

/** What a service of this node wrote to its like at a neighbour goes on its way in the transaction that took it. */
export const onAddressed = reaction({
  facts: [settlementSent, settlementAnswered, settlementReturned],
  async apply(tx, batch) {
    const types = new Map(
      [settlementSent, settlementAnswered, settlementReturned].map((type) => [
        String(type.name),
        type,
      ]),
    );
    for (const { name, data, at } of batch) {
      const text = JSON.stringify(types.get(name)?.toJson(data as never));
      const letter = { letterId: newId(), kind: `finance.${name}`, data: text, writtenAt: at };
      // Of a settlement the sender is always the one who paid; its answer goes the other way.
      const addressee = name === 'settlement.answered' ? data.fromNode : data.toNode;
      await send(tx, addressee, letter);
    }
  },
});

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
