// A package of a book that does not follow from itself, though every hash in it is right.
import { newId } from '@gonglian/kernel/id.ts';
import { bufferSource } from '@gonglian/proof/source.ts';
import { verifyPackage } from '@gonglian/proof/verify-package.ts';
import { describe as inWords } from '@gonglian/proof/words.ts';
import { expect, test } from 'vitest';
import { journal, pot, receipt20000, voucher } from '../ledger/made-vouchers.ts';
import { MadeBook, packed, signer } from './made-book.ts';

const partyId = newId();
const verify = (bytes: Buffer) => verifyPackage(bufferSource(bytes), { key: signer.publicKey });
const codes = (bytes: Buffer) => verify(bytes).findings.map(({ code }) => code);

/** Posts by its own rules: the state of the book is bent before it. */
const bent = async (
  bend: (state: MadeBook['state']) => void,
  ...next: Parameters<MadeBook['post']>
) => {
  const book = new MadeBook().post([receipt20000(partyId)]);
  bend(book.state);
  return packed(
    book
      .post(...next)
      .checkpoint()
      .end(),
  );
};

type Bent = [
  what: string,
  code: string,
  bend: (state: MadeBook['state']) => void,
  over: Parameters<typeof voucher>[0],
];
test.each<Bent>([
  [
    'a balance that begins anew',
    'RUNNING_BALANCE',
    (state) => reset(state.accounts, { balanceFen: 7 }),
    transfer(),
  ],
  [
    'a version that is left out',
    'RUNNING_BALANCE',
    (state) => reset(state.accounts, { version: 9 }),
    transfer(),
  ],
  [
    'money that was spent before',
    'POT_INTERVAL',
    (state) => reset(state.pots, { outFen: 7, inFen: 900_000 }),
    transfer(),
  ],
  ['a number that is left out', 'NUMBER_GAP', (state) => (state.lastNo = 5), {}],
  [
    'a number of the month that is left out',
    'PERIOD_NUMBER_GAP',
    (state) => state.periodCounts.set('2026-03', 4),
    {},
  ],
  ['a block that is left out', 'BLOCK_ORDER', (state) => (state.lastBlockNo = 4), {}],
  ['another history before it', 'BLOCK_ORDER', (state) => (state.head = 'ab'.repeat(32)), {}],
  ['a time before the last one', 'TIME_DIFFERS', (state) => (state.postedMs -= 60_000), {}],
  ['cash that no pot holds', 'POTS_NOT_CASH', () => undefined, { legs: journalOfCash() }],
  [
    'a reversal of what is not there any more',
    'REVERSAL_NOT_MIRRORED',
    (state) =>
      state.originals.set(1, { legs: journal('135', '215', 5), moves: [], isReversal: false }),
    { reversesNo: 1, legs: [], moves: [] },
  ],
])('%s: %s', async (_, code, bend, over) => {
  const bytes = await bent(bend, [voucher(over)]);
  const { findings } = verify(bytes);
  expect(findings.map((one) => one.code)).toContain(code);
  for (const finding of findings) expect(inWords(finding).zh).toMatch(/[一-鿿]/);
});

test('a voucher taken back twice', async () => {
  const back = () => voucher({ reversesNo: 1, legs: [], moves: [] });
  const book = new MadeBook().post([voucher()]).post([back()]);
  delete book.state.originals.get(1)?.reversedBy;
  expect(codes(await packed(book.post([back()]).checkpoint().end()))).toEqual(['REVERSED_TWICE']);
});

test('a voucher in a month that was closed, and none in one that was opened again', async () => {
  const closed = () => new MadeBook().post([voucher()]).change('2026-03', 'CLOSED');
  const forced = closed();
  forced.state.closedThrough = '';
  expect(codes(await packed(forced.post([voucher()]).checkpoint().end()))).toEqual([
    'PERIOD_CLOSED',
  ]);
  const opened = closed().change('2026-03', 'REOPENED').post([voucher()]);
  expect(codes(await packed(opened.checkpoint().end()))).toEqual([]);
});

test('a key that was there before', async () => {
  const book = new MadeBook().post([voucher({ key: 'k' })]);
  book.state.keys.clear();
  const bytes = await packed(
    book
      .post([voucher({ key: 'k' })])
      .checkpoint()
      .end(),
  );
  expect(codes(bytes)).toEqual(['KEY_TWICE']);
});

function reset<T extends object>(states: Map<string, T>, to: Partial<T>): void {
  for (const state of states.values()) Object.assign(state, to);
}

function transfer() {
  return {
    legs: [
      { account: { code: '211' }, amountFen: 100 },
      { account: { code: '402' }, amountFen: -100 },
    ],
    moves: [{ from: pot('upper'), to: pot('own'), amountFen: 100 }],
  };
}

function journalOfCash() {
  return [
    { account: { code: '102', mark: 'bank-1' }, amountFen: 100 },
    { account: { code: '402' }, amountFen: -100 },
  ];
}

test('a checkpoint of another node, or with a signature of nobody, is told', async () => {
  const other = new MadeBook().post([voucher()]).checkpoint(signer, '320000');
  expect(codes(await packed(other.end()))).toEqual(['CHECKPOINT_NOT_ON_CHAIN']);
  const book = new MadeBook().post([voucher()]).checkpoint();
  const point = book.frames.at(-1) as Buffer;
  point[5 + 40] = (point[5 + 40] ?? 0) ^ 1;
  expect(codes(await packed(book.end()))).toEqual(['CHECKPOINT_SIGNATURE']);
});

test('frames that make no sense are told, and end it', async () => {
  const bytes = await packed([Buffer.from('Z\u0000\u0000\u0000\u0001x')]);
  expect(codes(bytes)).toEqual(['FRAME_UNREADABLE']);
});
