// Posts what was read, a chunk in one transaction: matched, divided, in the book, told; or on the work list.
import type { Sql, Tx } from '../pipeline.ts';
import { decideStep } from './collection-state.ts';
import { CHUNK_LINES, workStep, type Work } from './collection-work.ts';
import { addOutcomes, moveTo, type CollectionRow, type Outcome } from './collection.ts';
import { findCoverings } from './find-coverings.ts';
import { lineReceipt, type LineRow } from './line-receipt.ts';
import { decideMatch, type Covering, type Match } from './match-line.ts';
import { postReceipts } from './post-receipts.ts';

/** A file has at most 200,000 lines; each round takes a chunk of those that are left. */
const ROUNDS_MAX = 1_000;

export async function workOnPosting(work: Work): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const posted = await workStep(work, 'POSTING', (tx, collection) => postChunk(tx, collection));
    if (posted !== 'more') return;
  }
}

async function postChunk(tx: Tx, collection: CollectionRow): Promise<'more' | 'done'> {
  const { sql, now, node } = tx;
  const lines = await nextLines(sql, collection.id);
  if (lines.length === 0) {
    await moveTo(sql, collection.id, decideStep('POSTING', 'posted'), now);
    return 'done';
  }
  const coverings = await findCoverings(sql, lines);
  const matches = matchAll(lines, coverings, node);
  const outcomes = await outcomesOf(tx, collection, lines, matches);
  await keepOutcomes(sql, outcomes);
  await addOutcomes(sql, collection.id, summed(lines, outcomes));
  await sql`
    update collection set lines_done = lines_done + ${lines.length}, touched_at = ${now}
    where id = ${collection.id}`;
  return 'more';
}

/** One after another: what a line brings overlaps what the next one says it brings. */
function matchAll(
  lines: readonly NextLine[],
  coverings: ReadonlyMap<string, readonly Covering[]>,
  node: string,
): Match[] {
  const taken = new Map<string, NextLine[]>();
  return lines.map((line) => {
    const before = taken.get(line.payerUscc) ?? [];
    const overlaps = line.overlaps || before.some((one) => overlap(one, line));
    const of = coverings.get(line.id) ?? [];
    const match = decideMatch(line, { slip: line.slip, coverings: of, overlaps, node });
    const brings = match.outcome === 'post' || match.outcome === 'hold';
    if (brings) taken.set(line.payerUscc, [...before, line]);
    return match;
  });
}

type Months = Pick<LineRow, 'periodFrom' | 'periodTo'>;

function overlap(one: Months, other: Months): boolean {
  const same = one.periodFrom === other.periodFrom && one.periodTo === other.periodTo;
  return !same && one.periodFrom <= other.periodTo && one.periodTo >= other.periodFrom;
}

type NextLine = LineRow & {
  code: string;
  slip: 'same' | 'other' | 'new';
  overlaps: boolean;
  fundFen: number;
};

/** With whether their slips were in another file before, and with the same content. */
async function nextLines(sql: Sql, collectionId: string): Promise<NextLine[]> {
  const rows = await sql<NextLine & { wageBaseFen: string; amountFen: string; lateFeeFen: string }>`
    select l.id, l.slip_no as "slipNo", l.payer_uscc as "payerUscc", l.period_from as "periodFrom",
      l.period_to as "periodTo", l.wage_base_fen::text as "wageBaseFen",
      l.amount_fen::text as "amountFen", l.late_fee_fen::text as "lateFeeFen",
      l.tax_organ as "taxOrgan", l.received_on::text as "receivedOn", l.code,
      case when known.same then 'same' when known.same is not null then 'other' else 'new' end as slip,
      exists (select from fund_receipt as r
        where r.payer_uscc = l.payer_uscc and r.period_to >= l.period_from and r.period_from <= l.period_to
          and (r.period_from, r.period_to) <> (l.period_from, l.period_to) and r.fund_fen > 0
          and r.reversed_no is null) as overlaps
    from collection_line as l
    left join lateral (
      select bool_or((e.payer_uscc, e.period_from, e.period_to, e.amount_fen, e.late_fee_fen)
        = (l.payer_uscc, l.period_from, l.period_to, l.amount_fen, l.late_fee_fen)
        and e.received_on is not distinct from l.received_on) as same
      from collection_line as e
      where e.slip_no = l.slip_no and l.slip_no <> '' and e.collection_id <> l.collection_id
        and e.state not in ('READ', 'KNOWN', 'REJECTED')) as known on true
    where l.collection_id = ${collectionId} and l.state = 'READ'
    order by l.row limit ${CHUNK_LINES}`;
  return rows.map((row) => {
    const [amountFen, lateFeeFen] = [Number(row.amountFen), Number(row.lateFeeFen)];
    const wageBaseFen = Number(row.wageBaseFen);
    return { ...row, wageBaseFen, amountFen, lateFeeFen, fundFen: amountFen + lateFeeFen };
  });
}

interface LineOutcome {
  id: string;
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

function summed(lines: readonly NextLine[], outcomes: readonly LineOutcome[]) {
  const sums = new Map<Outcome, { lines: number; fen: number }>();
  for (const [n, { fundFen }] of lines.entries()) {
    const outcome = OUTCOME[outcomes[n]?.state ?? 'WAITING'];
    const sum = sums.get(outcome) ?? { lines: 0, fen: 0 };
    sums.set(outcome, { lines: sum.lines + 1, fen: sum.fen + fundFen });
  }
  return [...sums].map(([outcome, sum]) => ({ outcome, ...sum }));
}

async function outcomesOf(
  tx: Tx,
  collection: CollectionRow,
  lines: readonly NextLine[],
  matches: readonly Match[],
): Promise<LineOutcome[]> {
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
  return lines.map(({ id }, n) => outcomeOf(id, matches[n], refusals.get(id) ?? ''));
}

function outcomeOf(id: string, match: Match | undefined, ledgerCode: string): LineOutcome {
  const none = { id, code: '', ledgerCode, unionId: null };
  if (match === undefined || match.outcome === 'known') return { ...none, state: 'KNOWN' };
  if (match.outcome === 'wait') {
    return { ...none, state: 'WAITING', code: match.code, unionId: match.unionId || null };
  }
  const unionId = match.outcome === 'post' ? match.unionId : null;
  if (ledgerCode !== '') return { ...none, state: 'WAITING', code: 'LEDGER_REFUSED', unionId };
  return { ...none, state: unionId === null ? 'HELD' : 'POSTED', unionId };
}

async function keepOutcomes(sql: Sql, outcomes: readonly LineOutcome[]): Promise<void> {
  await sql`
    update collection_line as l set state = o.state, code = o.code, ledger_code = o.ledger,
      union_id = o.union_id
    from unnest(${outcomes.map(({ id }) => id)}::uuid[],
      ${outcomes.map(({ state }) => state)}::text[], ${outcomes.map(({ code }) => code)}::text[],
      ${outcomes.map(({ ledgerCode }) => ledgerCode)}::text[],
      ${outcomes.map(({ unionId }) => unionId)}::uuid[]) as o(id, state, code, ledger, union_id)
    where l.id = o.id`;
}
