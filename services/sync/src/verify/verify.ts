// Recounts everything: each union from the records, each reporting union from its unions, each sum from its parts.
import { randomUUID } from 'node:crypto';
import { sourceOf } from '@gonglian/contracts/envelope.ts';
import type { CellDifference, Verification } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { busy, isRefusal } from '@gonglian/kernel/refusal.ts';
import { asService, declareAccess } from '@gonglian/service/access.ts';
import { sqlIn } from '@gonglian/service/database.ts';
import { IsolationLevel, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { firstOf } from '../cell/rows.ts';
import type { SourceState } from '../link/board.ts';
import { UPLINK } from '../link/say.ts';
import { query, type Reading, type Sql } from '../pipeline.ts';
import {
  compareParts,
  compareRecords,
  compareUnits,
  compareYears,
  DIFFERENCES_MAX,
} from './compare.ts';
import { findProblems, isBehind, readSaid, type Said } from './problems.ts';
import { recountRecords } from './recount-records.ts';

const WAIT_SECONDS_MAX = 120;
const POLL_MS = 50;
const SIGN_MS = 10_000;
/** Facts that arrive while the records are counted make differences that are none: once more, then it is said. */
const ATTEMPTS = 2;

const Verify = z.strictObject({
  waitSeconds: z.int().min(0, 'negative').max(WAIT_SECONDS_MAX, 'too_large'),
});

export const verify = query({
  schema: Verify,
  permission: 'sync.verification.read',
  async run(tx, ask): Promise<Verification> {
    const { board } = tx.own;
    // Each holds more than one connection: several at once could wait for each other's.
    if (board.isVerifying) throw busy('VERIFICATION_RUNNING');
    board.isVerifying = true;
    // The call's own transaction only waits meanwhile, and must not be taken for a forgotten one.
    const sign = setInterval(() => void tx.sql`select 1`.catch(() => undefined), SIGN_MS);
    try {
      return await recountEverything(tx, ask.waitSeconds);
    } finally {
      clearInterval(sign);
      board.isVerifying = false;
    }
  },
});

async function recountEverything(tx: Reading, waitSeconds: number): Promise<Verification> {
  await tx.own.board.running?.sayDigest();
  for (let attempt = 1; ; attempt += 1) {
    const settled = await settle(tx, waitSeconds);
    const inspected = await inspect(tx);
    const moved = await hasMoved(tx, inspected.sources);
    if (moved && attempt < ATTEMPTS) continue;
    const { differences, problems, said, cellsChecked, recordsChecked } = inspected;
    return {
      node: tx.node,
      clean: differences.length === 0 && problems.length === 0,
      settled: settled && !moved,
      cellsChecked: BigInt(cellsChecked),
      recordsChecked: BigInt(recordsChecked),
      differences,
      problems,
      ...said,
    };
  }
}

/** Waits until what this node states is sent, and all that is in the streams applied; false where it was not in time. */
async function settle(tx: Reading, waitSeconds: number): Promise<boolean> {
  const deadline = Date.now() + waitSeconds * 1000;
  for (;;) {
    const sources = await sourcesOf(tx);
    const sent = tx.own.board.running?.factsSent() ?? true;
    const applied = sources.every((source) => source.end !== undefined && !isBehind(source));
    if (sent && applied) return true;
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function sourcesOf(tx: Reading): Promise<SourceState[]> {
  return tx.own.board.running?.sources() ?? Promise.resolve([]);
}

/** Whether more was written to this node's own streams than the snapshot had applied. */
async function hasMoved(tx: Reading, seen: readonly SourceState[]): Promise<boolean> {
  const now = new Map((await sourcesOf(tx)).map((source) => [source.from, source.end]));
  return seen.some(({ from, end }) => !tx.own.subordinates.includes(from) && now.get(from) !== end);
}

interface Inspected {
  differences: CellDifference[];
  problems: string[];
  said: Said;
  sources: SourceState[];
  cellsChecked: string;
  recordsChecked: number;
}

/** All checks over one snapshot; writers go on meanwhile. */
function inspect(tx: Reading): Promise<Inspected> {
  return tx.em.fork().transactional(
    async (em) => {
      const sql = sqlIn(em as EntityManager);
      await declareAccess(sql, asService);
      const run = randomUUID();
      const sources = await sourcesOf(tx);
      const problems = await findProblems(sql, sources, tx.own.board.running);
      const records = await recount(tx, sql, run);
      const found = [
        ...(records.problem ? [] : await compareRecords(sql, run)),
        ...(await compareUnits(sql, tx.own.rootUnionId)),
        ...(await compareParts(sql, tx.own.rootUnionId)),
        ...(await compareYears(sql)),
      ];
      await sql`delete from recount where run = ${run}`;
      const cells = firstOf(
        await sql<{ count: string }>`
          select (select count(*) from union_cell) + (select count(*) from cell) as count`,
      );
      const subordinates = tx.own.subordinates.map((region) => ({
        region,
        source: sourceOf(region, UPLINK),
      }));
      return {
        differences: found.slice(0, DIFFERENCES_MAX),
        problems: [...problems, ...(records.problem ? [records.problem] : [])],
        said: await readSaid(sql, subordinates),
        sources,
        cellsChecked: cells.count,
        recordsChecked: records.read,
      };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ },
  );
}

/** Records that cannot be asked for are a problem that is named, not an end of the other checks. */
async function recount(
  tx: Reading,
  sql: Sql,
  run: string,
): Promise<{ read: number; problem?: string }> {
  try {
    return { read: await recountRecords(tx, { sql, run }) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { read: 0, problem: `records: ${error.code}` };
  }
}
