import type { Run } from './outbox.ts';

/** How far `consumer` has applied `source`; 0 before the first fact. */
export async function readPosition(
  run: Run,
  schema: string,
  consumer: string,
  source: string,
): Promise<number> {
  const rows = await run<{ position: string }>(
    `select position from ${schema}.inbox where consumer = $1 and source = $2`,
    [consumer, source],
  );
  return Number(rows[0]?.position ?? 0);
}

/**
 * Moves the position inside the transaction of the effect. False where another writer has moved it meanwhile: the
 * caller must roll back, since its facts are applied already.
 */
export async function movePosition(
  run: Run,
  schema: string,
  consumer: string,
  source: string,
  from: number,
  to: number,
): Promise<boolean> {
  const rows = await run(
    `insert into ${schema}.inbox as i (consumer, source, position) values ($1, $2, $4)
     on conflict (consumer, source) do update set position = $4, applied_at = now()
       where i.position = $3
     returning 1`,
    [consumer, source, from, to],
  );
  return rows.length === 1;
}
