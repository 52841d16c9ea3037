// Documents of a package: held against an older package, and against a folder of files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { frame, TAG } from '@gonglian/proof/layout.ts';
import { bufferSource } from '@gonglian/proof/source.ts';
import { auditVerify, Misuse } from '@gonglian/proof/verify-command.ts';
import { verifyPackage } from '@gonglian/proof/verify-package.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bytes, DOMAIN } from '../ledger/canonical.ts';
import { voucher } from '../ledger/made-vouchers.ts';
import { MadeBook, packed, signer } from './made-book.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = () => new MadeBook('0198a5c0-3b1e-7a10-8c2d-000000000001');
const posted = voucher();
/** A book of one voucher with these documents. */
const packageOf = (
  documents: readonly (readonly [kind: string, id: string, content: string])[],
) => {
  const book = base().post([posted]).checkpoint();
  for (const [kind, id, content] of documents) book.document(kind, id, { content });
  return packed(book.end());
};
const verify = (bytes: Buffer, since?: Buffer) =>
  verifyPackage(bufferSource(bytes), {
    key: signer.publicKey,
    since: since && bufferSource(since),
  });

const both = [
  ['bank-result', 'p1', '回单'],
  ['decision', 'p1', '纪要'],
] as const;

test('documents come along and more of them may come', async () => {
  const older = await packageOf(both.slice(1));
  const { ok, documents } = verify(await packageOf(both), older);
  expect(ok).toBe(true);
  expect(documents).toMatchObject([
    { kind: 'bank-result', id: 'p1', no: 1 },
    { kind: 'decision', id: 'p1', no: 2 },
  ]);
});

test('one that is gone, and one that was replaced: record, hash, first changed byte', async () => {
  const older = await packageOf(both);
  const gone = verify(await packageOf(both.slice(1)), older).findings;
  expect(gone).toMatchObject([
    { code: 'SINCE_DOCUMENT_MISSING', record: { name: 'bank-result p1' } },
  ]);
  const bytes = await packageOf([both[0], ['decision', 'p1', '另一份纪要']]);
  const [finding, ...more] = verify(bytes, older).findings;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    code: 'SINCE_DOCUMENT_DIFFERS',
    record: { kind: 'document', no: 2, name: 'decision p1' },
    field: 'sha256',
  });
  const { at = 0, is, was } = finding?.spot ?? {};
  expect(bytes[at]).toBe(is);
  const first = Buffer.from(finding?.says ?? '', 'hex').findIndex(
    (byte, n) => byte !== Buffer.from(finding?.follows ?? '', 'hex')[n],
  );
  expect(is).toBe(Buffer.from(finding?.says ?? '', 'hex')[first]);
  expect(was).toBe(Buffer.from(finding?.follows ?? '', 'hex')[first]);
});

test('a package of before, with hashes as text and no places, still verifies', async () => {
  const book = base().post([posted]).checkpoint();
  const content = new Bytes().begin(DOMAIN.index, 'document').text(book.unionId).text('decision');
  const hash = 'ab'.repeat(32);
  book.frames.push(frame(TAG.document, content.text('p1').text(hash).copy()));
  book.counts.documents += 1;
  const older = await packed(book.end());
  expect(verify(older)).toMatchObject({ ok: true, documents: [{ place: '', sha256: hash }] });
  expect(verify(await packageOf(both), older).findings).toMatchObject([
    { code: 'SINCE_DOCUMENT_DIFFERS', follows: hash },
  ]);
});

test.each([
  ['of another form', (bytes: Buffer) => bytes.fill(9, 1, 2)],
  ['that goes on behind its hash', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])])],
  ['of another book', (bytes: Buffer) => bytes.fill('f', 18, 19)],
])('a document %s is told', async (_, bend) => {
  const book = base().post([posted]).checkpoint().document('decision', 'p1');
  const whole = book.frames.pop() as Buffer;
  book.frames.push(frame(TAG.document, bend(Buffer.from(whole.subarray(5)))));
  const { ok, findings } = verify(await packed(book.end()));
  expect(ok).toBe(false);
  expect(findings[0]?.record).toMatchObject({ kind: 'document' });
});

async function said(files: Record<string, string>): Promise<{ ok: boolean; text: string }> {
  const place = mkdtempSync(path.join(folder, 'one-'));
  const documents = path.join(place, 'documents');
  mkdirSync(path.join(documents, 'below'), { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(documents, name), content);
  writeFileSync(path.join(place, 'package'), await packageOf(both));
  const lines: string[] = [];
  const args = [path.join(place, 'package'), '--documents', documents];
  const ok = auditVerify(args, (line) => lines.push(line));
  return { ok, text: lines.join('\n') };
}

test('a folder: what is there, whatever it is called, what is absent, what is none of it', async () => {
  const { ok, text } = await said({ 'below/扫描件.pdf': '纪要', 'other.txt': 'x' });
  expect(ok).toBe(true);
  expect(text).toContain('在 / there: decision p1, below/扫描件.pdf');
  expect(text).toContain('缺 / absent: bank-result p1');
  expect(text).toContain('documents: 1 there, 0 changed, 1 absent; 1 files are none of them');
});

test('a file that is called like a document and is not it was changed', async () => {
  const { ok, text } = await said({ 'decision-p1.pdf': '纪要。', 'bank-result-p1.csv': '回单' });
  expect(ok).toBe(false);
  expect(text).toContain('文件已改动：decision p1，见 decision-p1.pdf');
  expect(text).toContain('documents: 1 there, 1 changed, 0 absent; 0 files are none of them');
});

test('a folder that is not there is said', async () => {
  const file = path.join(folder, 'package');
  writeFileSync(file, await packageOf(both));
  expect(() =>
    auditVerify([file, '--documents', path.join(folder, 'no')], () => undefined),
  ).toThrow(Misuse);
});
