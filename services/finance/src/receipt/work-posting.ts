// Posts what was read, a chunk in one transaction: matched, divided, in the book, told; or on the work list.
import { newId } from '@gonglian/kernel/id.ts';
import { int4s, int8s, texts } from '@gonglian/service/binary-arrays.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { takeChunk } from './collection-chunks.ts';
import { decideStep } from './collection-state.ts';
import { workStep, type Work } from './collection-work.ts';
import { addOutcomes, moveTo, type CollectionRow, type Outcome } from './collection.ts';
import { lineReceipt } from './line-receipt.ts';
import { matchNext, type MatchedChunk } from './match-chunk.ts';
import type { Match } from './match-line.ts';
import { postReceipts } from './post-receipts.ts';
import type { ReadLine } from './read-line.ts';

/** A file has at most 200,000 lines; each round takes a chunk of those that are left. */
const ROUNDS_MAX = 1_000;

export async function workOnPosting(work: Work): Promise<void> {
  let chunk = await matchNext(work);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const posting = workStep(work, 'POSTING', (tx, now) => postChunk(tx, now, chunk));
    const following = chunk && matchNext(work, chunk);
    // Neither is left at work where the other has failed.
    await Promise.allSettled([posting, following]);
    if ((await posting) !== 'more') return;
    chunk = await following;
  }
}

async function postChunk(
  tx: Tx,
  collection: CollectionRow,
  chunk: MatchedChunk | undefined,
): Promise<'more' | 'done' | 'taken'> {
  const { sql, now } = tx;
  if (!chunk) {
    await moveTo(sql, collection.id, decideStep('POSTING', 'posted'), now);
    return 'done';
  }
  if (!(await takeChunk(sql, collection.id, chunk.no))) return 'taken';
  const outcomes = await outcomesOf(tx, collection, chunk);
  await insertLines(sql, collection.id, outcomes);
  await addOutcomes(sql, collection.id, summed(outcomes));
  await sql`
    update collection set lines_done = lines_done + ${chunk.lines.length}, touched_at = ${now}
    where id = ${collection.id}`;
  return 'more';
}

interface LineOutcome {
  /** With the id that its receipt has, if it has one. */
  line: ReadLine & { id: string };
  state: keyof typeof OUTCOME;
  code: string;
  ledgerCode: string;
  unionId: string | null;
}

const OUTCOME = {
  POSTED: 'posted',
  HELD: 'held',
  KNOWN: 'known',
  WAITING: 'waiting',
} as const satisfies Record<string, Outcome>;

function summed(outcomes: readonly LineOutcome[]) {
  const sums = new Map<Outcome, { lines: number; fen: number }>();
  for (const { line, state } of outcomes) {
    const sum = sums.get(OUTCOME[state]) ?? { lines: 0, fen: 0 };
    sums.set(OUTCOME[state], {
      lines: sum.lines + 1,
      fen: sum.fen + line.amountFen + line.lateFeeFen,
    });
  }
  return [...sums].map(([outcome, sum]) => ({ outcome, ...sum }));
}

async function outcomesOf(
  tx: Tx,
  collection: CollectionRow,
  { lines: read, matches }: MatchedChunk,
): Promise<LineOutcome[]> {
  const lines = read.map((line) => ({ ...line, id: newId() }));
  const toPost = lines.flatMap((line, n) => {
    const match = matches[n];
    if (match?.outcome !== 'post' && match?.outcome !== 'hold') return [];
    const unionId = match.outcome === 'post' ? match.unionId : null;
    return [lineReceipt(line, collection, unionId)];
  });
  const answers = await postReceipts(tx, toPost);
  const refusals = new Map(
    toPost.map(({ receiptId }, n) => [receiptId, answers[n]?.refusal?.code ?? '']),
  );
  return lines.map((line, n) => outcomeOf(line, matches[n], refusals.get(line.id) ?? ''));
}

function outcomeOf(
  line: LineOutcome['line'],
  match: Match | undefined,
  ledgerCode: string,
): LineOutcome {
  const none = { line, code: '', ledgerCode, unionId: null };
  if (match === undefined || match.outcome === 'known') return { ...none, state: 'KNOWN' };
  if (match.outcome === 'wait') {
    return { ...none, state: 'WAITING', code: match.code, unionId: match.unionId || null };
  }
  const unionId = match.outcome === 'post' ? match.unionId : null;
  if (ledgerCode !== '') return { ...none, state: 'WAITING', code: 'LEDGER_REFUSED', unionId };
  return { ...none, state: unionId === null ? 'HELD' : 'POSTED', unionId };
}

/** Those that have become no receipt. */
async function insertLines(
  sql: Sql,
  collectionId: string,
  outcomes: readonly LineOutcome[],
): Promise<void> {
  const kept = outcomes.filter(({ state }) => state === 'KNOWN' || state === 'WAITING');
  if (kept.length === 0) return;
  const text = (of: (one: ReadLine) => string) => texts(kept, ({ line }) => of(line));
  const fen = (of: (one: ReadLine) => number) => int8s(kept, ({ line }) => of(line));
  await sql`
    insert into collection_line (collection_id, id, row, slip_no, payer_uscc, period_from, period_to,
      wage_base_fen, amount_fen, late_fee_fen, tax_organ, received_on, state, code, ledger_code, union_id)
    select ${collectionId}, l.id::uuid, l.row, l.slip_no, l.payer, l.period_from, l.period_to, l.wage_base,
      l.amount, l.late_fee, l.tax_organ, nullif(l.received_on, '')::date, l.state, l.code, l.ledger,
      nullif(l.union_id, '')::uuid
    from unnest(${texts(kept, ({ line }) => line.id)}::text[], ${int4s(kept, ({ line }) => line.row)}::int[],
      ${text((l) => l.slipNo)}::text[], ${text((l) => l.payerUscc)}::text[],
      ${text((l) => l.periodFrom)}::text[], ${text((l) => l.periodTo)}::text[],
      ${fen((l) => l.wageBaseFen)}::bigint[], ${fen((l) => l.amountFen)}::bigint[],
      ${fen((l) => l.lateFeeFen)}::bigint[], ${text((l) => l.taxOrgan)}::text[],
      ${text((l) => l.receivedOn ?? '')}::text[], ${texts(kept, ({ state }) => state)}::text[],
      ${texts(kept, ({ code }) => code)}::text[], ${texts(kept, ({ ledgerCode }) => ledgerCode)}::text[],
      ${texts(kept, ({ unionId }) => unionId ?? '')}::text[])
      as l(id, row, slip_no, payer, period_from, period_to, wage_base, amount, late_fee, tax_organ,
        received_on, state, code, ledger, union_id)`;
}
