// A book as it stands, signed by the node: kept beside the chain, and in every package.
import type { Signer } from '@gonglian/proof/signing.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { sealCheckpoint } from '../ledger/seal.ts';
import { bytea } from '../ledger/write-batch.ts';

/** The end of a book's chain. */
export interface Standing {
  unionId: string;
  blockNo: number;
  head: string;
  lastNo: number;
}

export async function addCheckpoints(
  { sql, node, now }: Pick<Tx, 'sql' | 'node' | 'now'>,
  signer: Signer,
  standings: readonly Standing[],
): Promise<void> {
  if (standings.length === 0) return;
  const atMs = now.getTime();
  const signatures = standings.map((one) =>
    signer.sign(sealCheckpoint({ ...one, node, atMs }).copy()),
  );
  await sql`
    select finance.ledger_add_checkpoint(u, b, h, l, ${now}, ${node}, ${signer.publicKey}, s)
    from unnest(${standings.map(({ unionId }) => unionId)}::uuid[],
      ${standings.map(({ blockNo }) => blockNo)}::bigint[],
      ${standings.map(({ head }) => bytea(head))}::bytea[],
      ${standings.map(({ lastNo }) => lastNo)}::bigint[], ${signatures}::bytea[]) as t(u, b, h, l, s)`;
}

export interface KeptCheckpoint {
  blockNo: number;
  publicKey: Buffer;
  signature: Buffer;
  content: Buffer;
}

interface Row {
  node: string;
  blockNo: string;
  head: string;
  lastNo: string;
  atMs: string;
  publicKey: Buffer;
  signature: Buffer;
}

/** In the order of the chain. */
export async function readCheckpoints(
  sql: Sql,
  { bookId, unionId, signedTo }: { bookId: number; unionId: string; signedTo: number },
): Promise<KeptCheckpoint[]> {
  const rows = await sql<Row>`
    select node, block_no as "blockNo", encode(head, 'hex') as head, last_no as "lastNo",
      (extract(epoch from made_at) * 1000)::bigint as "atMs", public_key as "publicKey", signature
    from book_checkpoint where book_id = ${bookId} and block_no <= ${signedTo} order by block_no`;
  return rows.map(({ publicKey, signature, node, head, ...row }) => {
    const at = { blockNo: Number(row.blockNo), lastNo: Number(row.lastNo), atMs: Number(row.atMs) };
    const content = sealCheckpoint({ node, unionId, head, ...at }).copy();
    return { blockNo: at.blockNo, publicKey, signature, content };
  });
}
