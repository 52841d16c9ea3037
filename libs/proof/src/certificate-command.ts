// certificate verify TEXT|FILE --key FILE|HEX: what a QR code says, checked with the node's public key and nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCertificate } from './certificate.ts';
import { Misuse, readKey } from './verify-command.ts';

/** Says what the certificate says, or that it is none; answers which. */
export function certificateVerify(
  args: string[],
  say: (line: string) => void,
  place: (name: string) => string = (name) => name,
): boolean {
  const options = { key: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new Misuse('指明一张证书的二维码文本或文件 / name the text of one QR code, or a file');
  if (values.key === undefined) throw new Misuse('指明节点公钥 / give the public key: --key');
  const isText = given.startsWith('[');
  if (!isText && !existsSync(place(given)))
    throw new Misuse(`没有文件 / there is no file ${place(given)}`);
  const text = isText ? given : readFileSync(place(given), 'utf8').replace(/\r?\n$/, '');
  const certificate = readCertificate(readKey(values.key, place), text);
  if (!certificate) {
    say('✗ 核验未通过：内容有改动，或不是该节点签发');
    say('  not verified: it was changed, or another node signed it');
    return false;
  }
  const { holderName, honourName, grantedOn, certificateNo, documentNo, node } = certificate;
  say(`${holderName}　${honourName}　${grantedOn}`);
  say(`证书编号 / number ${certificateNo}　文号 / document ${documentNo}　节点 / node ${node}`);
  say('核验通过：与签发时一字不差；是否已撤销请向签发节点查询');
  say('verified: every character is as it was signed; whether it was revoked the node says');
  return true;
}
