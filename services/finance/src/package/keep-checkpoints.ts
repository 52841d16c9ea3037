// Signs at the end of each day how every book stands that was posted to. A node that was off signs when it is back.
import { asOwnWork, keepWorking } from '@gonglian/service/own-work.ts';
import type { Running } from '@gonglian/service/handler.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { addCheckpoints, type Standing } from './checkpoint.ts';

/** At once; more are taken at the next look. */
const BOOKS_MAX = 200;
const LOOK_EVERY_MS = 60_000;
/** A posting that began before midnight has been committed by then. */
const AFTER_MIDNIGHT_MS = 5 * 60_000;

export function keepCheckpoints(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  let lookAt = 0;
  const look = async () => {
    if (Date.now() < lookAt) return false;
    const signed = await signEndedDays(running, new Date());
    if (signed < BOOKS_MAX) lookAt = Date.now() + LOOK_EVERY_MS;
    return signed === BOOKS_MAX;
  };
  return keepWorking('checkpoints', look, log);
}

interface Row extends Omit<Standing, 'blockNo' | 'lastNo'> {
  blockNo: string;
  lastNo: string;
}

/** How many books were signed for: as each stood at the last midnight in China, where that was not signed before. */
export function signEndedDays(running: Running<Own>, now: Date): Promise<number> {
  const at = new Date(now.getTime() - AFTER_MIDNIGHT_MS);
  return asOwnWork(running, 'checkpoints', async (tx) => {
    const rows = await tx.sql<Row>`
      with ended as (
        select date_trunc('day', ${at}::timestamptz at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as at)
      select b.union_id as "unionId", k.block_no as "blockNo", encode(k.hash, 'hex') as head, k.last_no as "lastNo"
      from book as b cross join ended
      join lateral (select * from block as k where k.book_id = b.book_id and k.posted_at < ended.at
        order by k.block_no desc limit 1) as k on true
      where not exists (select from book_checkpoint as c where c.book_id = b.book_id and c.block_no >= k.block_no)
      order by b.book_id limit ${BOOKS_MAX}`;
    const standings = rows.map(({ unionId, head, ...row }) => {
      return { unionId, head, blockNo: Number(row.blockNo), lastNo: Number(row.lastNo) };
    });
    await addCheckpoints({ ...tx, now }, tx.own.signer, standings);
    return rows.length;
  });
}
