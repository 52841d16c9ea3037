// Who has no key, or another one; and a database that was changed before it was exported and signed.
import { randomBytes } from 'node:crypto';
import { newId } from '@gonglian/kernel/id.ts';
import { SEAL, SEAL_BYTES, TAG } from '@gonglian/proof/layout.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { describe as inWords } from '@gonglian/proof/words.ts';
import { bufferSource } from '@gonglian/proof/source.ts';
import { verifyPackage } from '@gonglian/proof/verify-package.ts';
import { integer, nat, sample, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { voucher } from '../ledger/made-vouchers.ts';
import { MadeBook, packed, signer, smallBook } from './made-book.ts';

const verify = (bytes: Buffer, since?: Buffer) =>
  verifyPackage(bufferSource(bytes), {
    key: signer.publicKey,
    since: since && bufferSource(since),
  });
const codes = (bytes: Buffer, since?: Buffer) =>
  verify(bytes, since).findings.map(({ code }) => code);

describe('who has no key, and puts all hashes right', () => {
  const forged = async (frames: Buffer[]) => {
    const thief = openSigner(randomBytes(32));
    return packed(frames, { by: thief });
  };

  test('signs with his own: refused where the key is known', async () => {
    const bytes = await forged(smallBook(6).end());
    expect(codes(bytes)).toEqual(expect.arrayContaining(['KEY_OTHER', 'CHECKPOINT_OTHER_KEY']));
  });

  test('keeps the signature there was: it is not of this', async () => {
    const book = smallBook(6);
    const [real, other] = [await packed(book.end()), await forged(smallBook(9).end())];
    const seal = Buffer.from(other.subarray(-SEAL_BYTES));
    real.subarray(-SEAL_BYTES).copy(seal, SEAL.key, SEAL.key, SEAL.check);
    seal[SEAL.check] = seal.subarray(0, SEAL.check).reduce((all, byte) => all ^ byte, 0);
    const bytes = Buffer.concat([other.subarray(0, -SEAL_BYTES), seal]);
    expect(codes(bytes)[0]).toBe('SIGNATURE_WRONG');
  });

  test('leaves the last voucher out, with a chain that ends before it: the checkpoint stays', async () => {
    const book = new MadeBook().post([voucher(), voucher()]);
    const short = new MadeBook(book.unionId);
    short.frames.push(...book.frames.slice(1));
    Object.assign(short.counts, book.counts);
    short.state.head = book.state.head;
    book.post([voucher()]).checkpoint();
    const point = book.frames.at(-1) as Buffer;
    short.frames.push(point);
    short.counts.checkpoints = 1;
    expect(codes(await packed(short.end()))).toContain('CHECKPOINT_NOT_ON_CHAIN');
  });

  test('takes the checkpoint away with it: the end is not signed for', async () => {
    const book = new MadeBook().post([voucher()]).checkpoint().post([voucher()]);
    expect(codes(await packed(book.end()))).toEqual(['CHECKPOINT_NOT_ON_CHAIN']);
  });

  test('writes another history: the older package says what was there', async () => {
    const unionId = newId();
    const old = await packed(new MadeBook(unionId).post([voucher()]).checkpoint().end());
    const other = new MadeBook(unionId).post([voucher()]).post([voucher()]).checkpoint();
    const bytes = await packed(other.end());
    expect(codes(bytes)).toEqual([]);
    expect(verify(bytes, old).findings).toMatchObject([
      { code: 'SINCE_DIFFERS', record: { kind: 'voucher', no: 1 }, field: 'key', spot: {} },
    ]);
  });
});

/** Frames of a book, changed before they were packed and signed: as a superuser changes the database. */
async function within(change: (frames: Buffer[]) => void, book = smallBook(9)): Promise<Buffer> {
  const frames = book.end().map((frame) => Buffer.from(frame));
  change(frames);
  return packed(frames);
}
const vouchersOf = (frames: Buffer[]) =>
  [...frames.entries()].filter(([, frame]) => frame.toString('latin1', 0, 1) === TAG.voucher);

/** Writes into legs of a receipt: which leg, which of its four figures, what. They lie before its three moves. */
function ints(changes: [leg: number, figure: number, value: number][]) {
  const movesBytes = 8 + 3 * 5 * 8;
  return (frame: Buffer): void => {
    const legsAt = frame.length - movesBytes - 4 * 4 * 8;
    for (const [leg, figure, value] of changes)
      frame.writeBigInt64BE(BigInt(value), legsAt + leg * 32 + figure * 8);
  };
}

describe('a database that was changed, and exported and signed as it was', () => {
  test('a byte of a record: it is named by its leaf', async () => {
    const bytes = await within((frames) => {
      const [, frame] = vouchersOf(frames)[4] as [number, Buffer];
      frame[150] = (frame[150] ?? 0) ^ 1;
    });
    const [first] = verify(bytes).findings;
    expect(first).toMatchObject({ code: 'RECORD_CHANGED', record: { kind: 'voucher', no: 5 } });
    expect(first?.spot).toMatchObject({ kind: 'changed', length: 1 });
    expect((first?.spot?.is ?? 0) ^ (first?.spot?.was ?? 0)).toBe(1);
  });

  // Of a receipt: four legs, and three moves of which two come from one pot.
  type Bent = [what: string, field: string, bend: (frame: Buffer) => void];
  test.each<Bent>([
    ['an amount', 'leg 2.amountFen', ints([[1, 1, -7_777_777]])],
    [
      'every amount',
      'leg 1.amountFen',
      ints([
        [0, 1, 77],
        [1, 1, 78],
        [2, 1, 79],
        [3, 1, 80],
      ]),
    ],
    [
      'every balance',
      'leg 1.balanceFen',
      ints([
        [0, 2, 7],
        [1, 2, 8],
        [2, 2, 9],
        [3, 2, 9],
      ]),
    ],
  ])(
    '%s, in many bytes: they are named by what stands before and after',
    async (_, field, bend) => {
      const bytes = await within((frames) => bend(vouchersOf(frames)[3]?.[1] as Buffer));
      const { findings } = verify(bytes);
      expect(findings).toMatchObject([
        {
          code: 'RECORD_CHANGED',
          record: { kind: 'voucher', no: 4 },
          field,
          spot: { kind: 'range' },
        },
      ]);
    },
  );

  test('a leaf: it, and not the record, is what was changed', async () => {
    const bytes = await within((frames) => {
      const [, frame] = vouchersOf(frames)[1] as [number, Buffer];
      frame[5 + 7] = (frame[5 + 7] ?? 0) ^ 0x80;
    });
    const [first] = verify(bytes).findings;
    expect(first).toMatchObject({
      code: 'LEAF_CHANGED',
      record: { no: 2 },
      field: 'leaf',
      spot: { length: 1 },
    });
  });

  test('two vouchers that changed places', async () => {
    const bytes = await within((frames) => {
      const [[one], [two]] = vouchersOf(frames).slice(4, 6) as [[number, Buffer], [number, Buffer]];
      [frames[one], frames[two]] = [frames[two] as Buffer, frames[one] as Buffer];
    });
    expect(codes(bytes).slice(0, 1)).toEqual(['NUMBER_GAP']);
    expect(codes(bytes)).toContain('BLOCK_LEAVES');
  });

  test('a voucher that is gone', async () => {
    const bytes = await within((frames) => frames.splice(vouchersOf(frames)[4]?.[0] ?? 0, 1));
    const [first] = verify(bytes).findings;
    expect(first).toMatchObject({ code: 'NUMBER_GAP', says: '6', follows: '5' });
  });

  test('a voucher of another book', async () => {
    const bytes = await within((frames) => {
      const foreign = vouchersOf(smallBook(9).end())[4]?.[1] as Buffer;
      frames[vouchersOf(frames)[4]?.[0] ?? 0] = foreign;
    });
    expect(codes(bytes)[0]).toBe('RECORD_OF_OTHER_BOOK');
  });
});

/** What is under the chain or counted: all but what only says what is to come. */
const HELD: ReadonlySet<string> = new Set(['A', 'P', 'V', 'C', 'K', 'S', 'E']);

test(
  'whatever byte of a record was another one before it was signed: it is found, and put in words',
  {
    timeout: 180_000,
  },
  async () => {
    const book = smallBook(9).change('2026-03', 'CLOSED').checkpoint();
    const frames = book.end().filter((frame) => HELD.has(frame.toString('latin1', 0, 1)));
    const rest = book.end().slice(0, 1);
    const which = tuple(nat(frames.length - 1), nat(1_000), integer({ min: 1, max: 255 }));
    for (const [n, at, by] of sample(which, 40)) {
      const frame = Buffer.from(frames[n] as Buffer);
      const place = 5 + (at % (frame.length - 5));
      frame[place] = (frame[place] ?? 0) ^ by;
      const bent = [...rest, ...frames.slice(0, n), frame, ...frames.slice(n + 1)];
      const { ok, findings } = verify(await packed(bent));
      expect(ok).toBe(false);
      for (const finding of findings) expect(inWords(finding).en).not.toContain('undefined');
    }
  },
);
