// I12: whatever was received, divided, paid and taken back, every fen that is asked about comes to its end, and to the one
// that a plain queue a purse gives it.
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUnion, startFinance, type Service } from '../ledger/scene.ts';
import type { PotRef } from '../ledger/voucher.ts';
import {
  asking,
  byEnd,
  moving,
  OWN,
  payer,
  post,
  project,
  recipient,
  reversing,
  UPPER,
} from './scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

/** Some fen of one receipt. */
interface Chunk {
  receipt: number;
  fen: number;
}
interface Moved {
  from: PotRef;
  to: PotRef;
  chunks: Chunk[];
}

/** What anybody would do by hand: a queue of coins a purse, and a note of which coins each move took. */
class Model {
  readonly purses = new Map<string, Chunk[]>();
  readonly vouchers = new Map<number, Moved[]>();
  readonly reversed = new Set<number>();

  private purse({ kind, key }: PotRef): Chunk[] {
    const name = kind + key;
    const found = this.purses.get(name) ?? [];
    this.purses.set(name, found);
    return found;
  }

  private take(pot: PotRef, fen: number): Chunk[] {
    const purse = this.purse(pot);
    const taken: Chunk[] = [];
    for (let left = fen; left > 0;) {
      const first = purse[0];
      if (!first) throw new Error('the purse is empty');
      const some = Math.min(first.fen, left);
      taken.push({ receipt: first.receipt, fen: some });
      first.fen -= some;
      left -= some;
      if (first.fen === 0) purse.shift();
    }
    return taken;
  }

  move(no: number, from: PotRef, to: PotRef, fen: number, given?: Chunk[]): void {
    const outside = ['payer', 'recipient'].includes(from.kind);
    const chunks = outside ? (given ?? [{ receipt: no, fen }]) : this.take(from, fen);
    if (!['payer', 'recipient'].includes(to.kind))
      this.purse(to).push(...chunks.map((chunk) => ({ ...chunk })));
    this.vouchers.set(no, [...(this.vouchers.get(no) ?? []), { from, to, chunks }]);
  }

  /** The last move first. What comes from beyond the book are the coins that went there. */
  reverse(no: number, original: number): void {
    this.reversed.add(original);
    for (const { from, to, chunks } of (this.vouchers.get(original) ?? []).toReversed())
      this.move(no, to, from, sumOf(chunks), chunks);
  }

  origins(no: number): Record<string, number> {
    const all = (this.vouchers.get(no) ?? []).flatMap(({ chunks }) => chunks);
    return summed(all.map(({ receipt, fen }) => [`payer ${receipt}`, fen]));
  }

  /** Where the coins of a receipt are now, or through which voucher they left. */
  whereabouts(receipt: number): Record<string, number> {
    const of = (chunks: Chunk[]) => sumOf(chunks.filter((chunk) => chunk.receipt === receipt));
    const here = [...this.purses].map(([name, chunks]) => [`pot ${name}`, of(chunks)] as const);
    const gone = [...this.vouchers].flatMap(([no, moves]) =>
      moves
        .filter(({ to }) => ['payer', 'recipient'].includes(to.kind) && !this.reversed.has(no))
        .map(({ to, chunks }) => [`${to.kind} ${no}`, of(chunks)] as const),
    );
    return summed([...here, ...gone]);
  }
}

const sumOf = (chunks: readonly Chunk[]) => chunks.reduce((sum, { fen }) => sum + fen, 0);

function summed(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, fen] of pairs) if (fen > 0) sums[name] = (sums[name] ?? 0) + fen;
  return sums;
}

const fen = fc.integer({ min: 1, max: 30 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('receive' as const), fen, fen) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('earmark' as const), fen, fen) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('pay' as const), fen, fen) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('payProject' as const), fen, fen) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('reverse' as const), fen, fen) },
);

test('back from every payment, forward from every receipt: as a queue of coins', async () => {
  let takenBack = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const unionId = await openUnion(service);
      const model = new Model();
      const receipts: number[] = [];
      for (const [what, a, b] of steps) {
        const moves = movesOf(what, a, b);
        const original = 1 + (a % Math.max(model.vouchers.size, 1));
        const no = await post(
          service,
          unionId,
          moves.length === 0 ? reversing(original) : moving(moves),
        );
        if (no === undefined) continue;
        if (moves.length === 0) model.reverse(no, original);
        for (const [from, to, amount] of moves) model.move(no, from, to, amount);
        if (what === 'receive') receipts.push(no);
      }
      takenBack += model.reversed.size;
      await compare(unionId, model, receipts);
    }),
    { numRuns: 12 },
  );
  // Or the half of it was never tried.
  expect(takenBack).toBeGreaterThan(0);
}, 120_000);

function movesOf(what: string, a: number, b: number): [PotRef, PotRef, number][] {
  if (what === 'receive')
    return [
      [payer(`p${a % 3}`), OWN, a],
      [payer(`p${a % 3}`), UPPER, b],
    ];
  if (what === 'earmark') return [[OWN, project('warmth'), a]];
  if (what === 'payProject') return [[project('warmth'), recipient('r'), a]];
  // Twice to the same recipient, in one voucher, and from another purse between.
  if (what === 'pay')
    return [
      [OWN, recipient('r'), a],
      [UPPER, recipient('r'), 1],
      [OWN, recipient('r'), b],
    ];
  return [];
}

async function compare(unionId: string, model: Model, receipts: readonly number[]): Promise<void> {
  const trace = (no: number, direction: string) =>
    service.call('traceMoney', asking(unionId, { voucherNo: BigInt(no), direction }), {
      duty: 'auditor',
    });
  for (const [no, moves] of model.vouchers) {
    const traced = await trace(no, 'BACK');
    expect({ no, ends: byEnd(traced) }).toEqual({ no, ends: model.origins(no) });
    expect(traced.complete).toBe(true);
    expect(tiles(traced)).toBe(sumOf(moves.flatMap(({ chunks }) => chunks)));
  }
  for (const no of receipts) {
    const traced = await trace(no, 'FORWARD');
    expect({ no, ends: byEnd(traced) }).toEqual({ no, ends: model.whereabouts(no) });
    expect(tiles(traced)).toBe(Number(traced.wholeFen));
  }
}

/** How far the ends go without a gap or an overlap. */
function tiles({ ends }: { ends: readonly { atFen: bigint; amountFen: bigint }[] }): number {
  let at = 0;
  for (const { atFen, amountFen } of ends) {
    expect(Number(atFen)).toBe(at);
    at += Number(amountFen);
  }
  return at;
}
