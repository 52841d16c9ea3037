import { expect, test } from 'vitest';
import { readCertificate, writeCertificate } from './certificate.ts';
import { openSigner } from './signing.ts';

const signer = openSigner(Buffer.alloc(32, 9));
const certificate = {
  node: '329999',
  certificateNo: '329999-MAY_DAY_MEDAL-2026-0001',
  holderName: '李小明𠮷',
  honourName: '县（市、区）五一劳动奖章',
  honourCode: 'MAY_DAY_MEDAL',
  level: 'COUNTY',
  grantedOn: '2026-04-08',
  documentNo: '合工〔2026〕12号',
};
const text = writeCertificate(certificate, signer);

test('what was signed is read, with the public key alone', () => {
  expect(readCertificate(signer.publicKey, text)).toEqual(certificate);
});

test('one changed character is refused, whichever it is', () => {
  for (const [at, was] of [...text].entries()) {
    const changed = [...text];
    for (const other of ['A', 'B', '0', '明', '"', ']', ' ']) {
      if (other === was) continue;
      changed[at] = other;
      expect(readCertificate(signer.publicKey, changed.join(''))).toBeUndefined();
    }
  }
});

test('the last character of the signature too, though its spare bits say nothing', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const read = [...alphabet].filter((last) =>
    readCertificate(signer.publicKey, text.slice(0, -1) + last),
  );
  expect(read).toEqual([text.at(-1)]);
});

test('a character more or less, another key, another text', () => {
  const { publicKey } = openSigner(Buffer.alloc(32, 8));
  expect(readCertificate(publicKey, text)).toBeUndefined();
  for (const other of ['', text.slice(1), text.slice(0, -1), `${text}A`, ` ${text}`, `${text}\n`])
    expect(readCertificate(signer.publicKey, other)).toBeUndefined();
  const body = '{"node":"329999"}';
  const forged = body + signer.sign(Buffer.from(body)).toString('base64url');
  expect(readCertificate(signer.publicKey, forged)).toBeUndefined();
});
