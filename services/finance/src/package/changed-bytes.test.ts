// What an auditor finds in a package that somebody has laid hands on: the first changed byte, what it is and what it was.
import type { Finding } from '@gonglian/proof/finding.ts';
import { bufferSource } from '@gonglian/proof/source.ts';
import { verifyPackage } from '@gonglian/proof/verify-package.ts';
import { describe } from '@gonglian/proof/words.ts';
import { assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { pot, voucher } from '../ledger/made-vouchers.ts';
import { MadeBook, packed, signer, smallBook } from './made-book.ts';

const verify = (bytes: Buffer) => verifyPackage(bufferSource(bytes), { key: signer.publicKey });

/** Each is milliseconds, and there are thousands; other tests may run beside. */
const slow = { timeout: 180_000 };

function flipped(bytes: Buffer, at: number, by = 0x21): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (bytes[at] ?? 0) ^ by;
  return changed;
}

/** As small as a package of all kinds of records is. */
const tinyBook = () =>
  new MadeBook()
    .post([voucher({ moves: [{ from: pot('payer'), to: pot('node'), amountFen: 1 }] })])
    .change('2026-03', 'CLOSED')
    .checkpoint()
    .document('tax-file', 'x')
    .document('finding-evidence', 'y', { place: '0003/0001' });

test('an untouched package verifies, with the key and without', async () => {
  const bytes = await packed(smallBook().end());
  expect(verify(bytes)).toMatchObject({ ok: true, findings: [], keyCompared: true });
  expect(verifyPackage(bufferSource(bytes))).toMatchObject({ ok: true, keyCompared: false });
});

test('each single byte of a tiny package, changed: it alone is named', slow, async () => {
  const bytes = await packed(tinyBook().end(), { readme: false });
  for (let at = 0; at < bytes.length; at += 1) {
    const { findings } = verify(flipped(bytes, at));
    const is = (bytes[at] ?? 0) ^ 0x21;
    expect(findings, `byte ${at}`).toMatchObject([
      { code: 'BYTES_DIFFER', spot: { kind: 'changed', at, length: 1, is, was: bytes[at] } },
    ]);
  }
});

test('a byte of a document is named with the document that it is of', async () => {
  const book = new MadeBook().post([voucher()]).checkpoint();
  book.document('decision', 'a').document('finding-evidence', 'y', { place: '0003/0001' });
  const bytes = await packed(book.end());
  const at = bytes.indexOf('0003/0001') + '0003/0001'.length;
  const [finding, ...more] = verify(flipped(bytes, at)).findings;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    record: { kind: 'document', no: 2, name: 'finding-evidence y 0003/0001' },
    field: 'sha256',
    spot: { at, was: bytes[at] },
  });
  const { zh, en } = describe(finding as Finding);
  expect(zh).toContain(
    `偏移 ${at} 字节处，文件 2 (finding-evidence y 0003/0001)，字段 sha256，现为`,
  );
  expect(en).toContain(
    `at byte ${at}, document 2 (finding-evidence y 0003/0001), field sha256, is`,
  );
});

test('any byte of a package of hundreds of vouchers, changed to anything', slow, async () => {
  const bytes = await packed(smallBook().end());
  const place = nat(bytes.length - 1);
  assert(
    property(place, integer({ min: 1, max: 255 }), (at, by) => {
      const { findings, findingCount } = verify(flipped(bytes, at, by));
      expect(findingCount).toBe(1);
      expect(findings[0]?.spot).toMatchObject({ at, was: bytes[at], is: (bytes[at] ?? 0) ^ by });
    }),
    { numRuns: 60 },
  );
});

test('a byte that was put in, or taken out, anywhere', slow, async () => {
  const bytes = await packed(smallBook(60).end());
  const place = nat(bytes.length);
  assert(
    property(place, integer({ min: 0, max: 255 }), (at, byte) => {
      const more = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)]);
      const { findings } = verify(more);
      const spot = findings[0]?.spot;
      expect(spot).toMatchObject({ kind: 'inserted', length: 1 });
      // Between equal bytes nobody can tell which of them is the new one.
      const there = spot?.at ?? 0;
      expect(Buffer.concat([more.subarray(0, there), more.subarray(there + 1)])).toEqual(bytes);
    }),
    { numRuns: 40 },
  );
  assert(
    property(nat(bytes.length - 1), (at) => {
      const less = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const spot = verify(less).findings[0]?.spot;
      expect(spot).toMatchObject({ kind: 'missing', length: 1, was: bytes[at] });
      const there = spot?.at ?? 0;
      const mended = [less.subarray(0, there), bytes.subarray(at, at + 1), less.subarray(there)];
      expect(Buffer.concat(mended)).toEqual(bytes);
    }),
    { numRuns: 40 },
  );
});

test('many bytes that were put in at one place are named whole', async () => {
  const bytes = await packed(smallBook(60).end());
  const at = 7_000;
  const more = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(3_000, 1), bytes.subarray(at)]);
  const { findings } = verify(more);
  expect(findings).toMatchObject([{ spot: { kind: 'inserted', length: 3_000, at, is: 1 } }]);
});

test.each([2, 700, 20_000])(
  '%i bytes that are gone: what is before them is right',
  async (gone) => {
    const bytes = await packed(smallBook(60).end());
    const at = 7_000;
    const less = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + gone)]);
    const [first] = verify(less).findings;
    expect(first).toMatchObject({ code: 'BYTES_DIFFER', spot: { kind: 'range' } });
    expect(first?.spot?.at).toBe(Math.floor(at / 512) * 512);
  },
);

test('a body of more bytes than any file has is no reason to read on for ever', async () => {
  const frames = smallBook(6).end();
  const bytes = await packed(frames);
  const claimed = bytes.toString('latin1').replace(/"body":(\d+)/, '"body":9007199254740991');
  const { ok, findings } = verify(Buffer.from(claimed, 'latin1'));
  expect(ok).toBe(false);
  expect(findings.length).toBeGreaterThan(0);
});

test('two bytes of one place: the place is named, as narrow as it can be', async () => {
  const bytes = await packed(smallBook().end());
  const at = 5_000;
  const [first] = verify(flipped(flipped(bytes, at), at + 3)).findings;
  expect(first).toMatchObject({ code: 'BYTES_DIFFER', spot: { kind: 'range', length: 512 } });
  expect(first?.spot?.at).toBe(4_608);
});

test('bytes of two places: each is named', async () => {
  const bytes = await packed(smallBook().end());
  const { findings } = verify(flipped(flipped(bytes, 5_000), 60_000));
  expect(findings.map(({ spot }) => spot?.at)).toEqual([5_000, 60_000]);
});

test.each([0.1, 0.5, 0.9, 0.999])('cut off after %d of it: it says so', async (part) => {
  const bytes = await packed(smallBook().end());
  const cut = bytes.subarray(0, Math.floor(bytes.length * part));
  const [first] = verify(cut).findings;
  expect(first).toMatchObject({ code: 'NO_END', spot: { kind: 'cut', at: cut.length } });
});

test.each(['', 'PK\u0003\u0004', 'x'.repeat(500)])('what is no package: %j', (text) => {
  const { ok, findings } = verify(Buffer.from(text));
  expect(ok).toBe(false);
  expect(findings[0]?.code).toBe('NO_END');
});
