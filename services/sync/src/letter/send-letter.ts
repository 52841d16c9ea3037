import { refused } from '@gonglian/kernel/refusal.ts';
import { sayUpward } from '../link/say.ts';
import type { Sql, SyncTx } from '../pipeline.ts';

interface Letter {
  letterId: string;
  kind: string;
  data: string;
  writtenAt: string;
}

/** Up or down, to a direct neighbour; refused NODE_NOT_NEIGHBOUR for anybody else. */
export async function sendLetter(tx: SyncTx, addressee: string, letter: Letter): Promise<void> {
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
