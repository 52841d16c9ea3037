import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BookState } from './book.ts';
import { checkVoucher, isOwnPot, potKey } from './check-voucher.ts';
import { decidePostings, type Asked, type Decision } from './decide-postings.ts';
import { requestHash } from './seal.ts';
import type { Move, PotRef, VoucherToPost } from './voucher.ts';

const unionId = '0198a5c0-3b1e-7a10-8c2d-000000000001';
const bank = 'b';
const POTS: PotRef[] = [
  { kind: 'payer', key: 'p' },
  { kind: 'own', key: '', bank },
  { kind: 'upper', key: '', bank },
  { kind: 'recipient', key: 'r' },
];

function emptyBook(): BookState {
  return {
    unionId,
    accountSet: 'COUNTY',
    lastNo: 0,
    lastAccountNo: 0,
    lastPotNo: 0,
    lastBlockNo: 0,
    head: '00'.repeat(32),
    closedThrough: '2026-01',
    postedMs: 1_795_000_000_000,
    reopened: new Set(),
    periodCounts: new Map(),
    keys: new Map(),
    accounts: new Map(),
    pots: new Map(),
    wanted: new Set(Array.from({ length: 40 }, (_, n) => n + 1)),
    originals: new Map(),
  };
}

/** What a person might send: few keys and pots, so that they meet; now and then a reversal or a closed period. */
const command: fc.Arbitrary<VoucherToPost> = fc
  .record({
    key: fc.integer({ min: 1, max: 25 }),
    from: fc.nat(3),
    to: fc.nat(3),
    amountFen: fc.integer({ min: 1, max: 20 }),
    reversesNo: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4, nil: undefined }),
    eventOn: fc.constantFrom('2026-01-31', '2026-02-01', '2026-03-01'),
    closed: fc.boolean(),
  })
  .map((one) => {
    const moves = one.from === one.to ? [] : moveOf(one);
    return {
      key: `k${one.key}`,
      kind: 'TEST',
      eventOn: one.eventOn,
      ...(one.closed && one.key % 5 === 0 ? { period: '2026-01' } : {}),
      summary: 's',
      docKind: 'd',
      docId: '1',
      makerId: 'm',
      ...(one.reversesNo === undefined ? {} : { reversesNo: one.reversesNo }),
      legs: one.reversesNo === undefined ? legsOf(moves, one.amountFen) : [],
      moves: one.reversesNo === undefined ? moves : [],
    };
  });

function moveOf({ from, to, amountFen }: { from: number; to: number; amountFen: number }): Move[] {
  return [{ from: POTS[from] as PotRef, to: POTS[to] as PotRef, amountFen }];
}

function legsOf(moves: readonly Move[], amountFen: number): VoucherToPost['legs'] {
  const cashFen = moves.reduce(
    (sum, { from, to, amountFen: fen }) =>
      sum + (isOwnPot(to.kind) ? fen : 0) - (isOwnPot(from.kind) ? fen : 0),
    0,
  );
  return cashFen === 0
    ? [
        { account: { code: '135' }, amountFen },
        { account: { code: '215' }, amountFen: -amountFen },
      ]
    : [
        { account: { code: '102', mark: bank }, amountFen: cashFen },
        { account: { code: '402' }, amountFen: -cashFen },
      ];
}

const asked = (vouchers: readonly VoucherToPost[]): Asked[] =>
  vouchers.map((voucher) => ({ voucher, requestHash: requestHash(voucher) }));

test('a batch is its vouchers one by one, however it is cut: numbers, balances, intervals, leaves', () => {
  fc.assert(
    fc.property(
      fc.array(command, { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
      (vouchers, cuts) => {
        expect(vouchers.map(checkVoucher)).toEqual(vouchers.map(() => undefined));
        const [whole, parts] = [emptyBook(), emptyBook()];
        const atOnce = decidePostings(whole, asked(vouchers)).decisions;
        const inParts: Decision[] = [];
        for (let at = 0, n = 0; at < vouchers.length; n += 1) {
          const size = cuts[n] ?? 1;
          inParts.push(...decidePostings(parts, asked(vouchers.slice(at, at + size))).decisions);
          at += size;
        }
        expect(inParts).toEqual(atOnce);
        expect(parts).toEqual(whole);
      },
    ),
  );
});

test('against a model that only adds up: every account, every pot, and never below nothing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (vouchers) => {
      const book = emptyBook();
      const { decisions } = decidePostings(book, asked(vouchers));
      const [accounts, pots] = [new Map<number, number>(), new Map<number, number>()];
      const add = (to: Map<number, number>, key: number, fen: number) =>
        to.set(key, (to.get(key) ?? 0) + fen);
      let last = 0;
      for (const decision of decisions) {
        if (!('posted' in decision)) continue;
        const { no, legs, moves, period } = decision.posted;
        expect(no).toBe((last += 1));
        expect(period > '2026-01').toBe(true);
        expect(legs.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
        for (const leg of legs) {
          add(accounts, leg.account, leg.amountFen);
          expect(leg.balanceFen).toBe(accounts.get(leg.account));
        }
        for (const { from, to, amountFen } of moves) {
          add(pots, from, -amountFen);
          add(pots, to, amountFen);
        }
        expectFloors(book, pots);
        expect(sumOf(accounts)).toBe(0);
        expect(sumOf(pots)).toBe(0);
      }
      for (const { no, balanceFen } of book.accounts.values())
        expect(balanceFen).toBe(accounts.get(no));
      for (const { no, inFen, outFen } of book.pots.values())
        expect(inFen - outFen).toBe(pots.get(no));
    }),
  );
});

function expectFloors(book: BookState, pots: ReadonlyMap<number, number>): void {
  const own = POTS.filter(({ kind }) => isOwnPot(kind)).map(
    (pot) => book.pots.get(potKey(pot))?.no,
  );
  expect(own.filter((no) => (pots.get(no ?? 0) ?? 0) < 0)).toEqual([]);
}

const sumOf = (of: ReadonlyMap<number, number>) => [...of.values()].reduce((a, b) => a + b, 0);
