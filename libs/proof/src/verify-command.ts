// audit verify PACKAGE [--key FILE|HEX] [--since OLDER] [--documents FOLDER]: needs Node.js and these files, and nothing else.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openFile } from './source.ts';
import { KEY_BYTES } from './signing.ts';
import { verifyPackage, type Verification } from './verify-package.ts';
import { compareFolder, type FolderReport } from './folder.ts';
import { describe } from './words.ts';

/** What whoever called can mend. */
export class Misuse extends Error {}

/** Says what was found, each time in Chinese first; answers whether all is well. `place` finds the files that are named. */
export function auditVerify(
  args: string[],
  say: (line: string) => void,
  place: (name: string) => string = (name) => name,
): boolean {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      since: { type: 'string' },
      documents: { type: 'string' },
    },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new Misuse('指明一个审计包文件 / name one package');
  const key = values.key === undefined ? undefined : readKey(values.key, place);
  const source = openPackage(place(name));
  const since = values.since === undefined ? undefined : openPackage(place(values.since));
  try {
    const verification = verifyPackage(source, { key, since });
    for (const line of report(verification, values.since !== undefined)) say(line);
    if (values.documents === undefined) return verification.ok;
    const folder = compareFolder(verification.documents, openFolder(place(values.documents)));
    for (const line of reportFolder(folder)) say(line);
    return verification.ok && folder.changed.length === 0;
  } finally {
    source.close();
    since?.close();
  }
}

function openPackage(file: string) {
  if (!existsSync(file)) throw new Misuse(`没有文件 / there is no file ${file}`);
  return openFile(file);
}

function openFolder(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Misuse(`没有文件夹 / there is no folder ${folder}`);
  return folder;
}

/** 64 hexadecimal digits, or a file that holds them. */
export function readKey(given: string, place: (name: string) => string): Buffer {
  const digits = /^[0-9a-f]{64}$/i;
  const file = place(given);
  const text = digits.test(given) || !existsSync(file) ? given : readFileSync(file, 'utf8').trim();
  if (!digits.test(text))
    throw new Misuse('密钥应为 64 位十六进制数，或含有它的文件 / a key is 64 hexadecimal digits');
  const key = Buffer.from(text, 'hex');
  if (key.length !== KEY_BYTES) throw new Misuse('key');
  return key;
}

function report(found: Verification, since: boolean): string[] {
  const { node, madeAt, key, books, findings, findingCount, bytes, ok } = found;
  const vouchers = books.reduce((sum, { lastNo }) => sum + lastNo, 0);
  const blocks = books.reduce((sum, { blockNo }) => sum + blockNo, 0);
  const points = books.reduce((sum, { checkpoints }) => sum + checkpoints, 0);
  return [
    `节点 ${node || '?'}，导出于 ${madeAt || '?'}，${bytes} 字节`,
    `node ${node || '?'}, made at ${madeAt || '?'}, ${bytes} bytes`,
    `  账簿 ${books.length} 本，凭证 ${vouchers} 张，区块 ${blocks} 个，签名检查点 ${points} 个`,
    `  ${books.length} books, ${vouchers} vouchers, ${blocks} blocks, ${points} signed checkpoints`,
    `  签名公钥 / public key ${key || '?'}`,
    ...(found.keyCompared ? [] : UNCOMPARED),
    ...findings.flatMap((finding) => {
      const { zh, en } = describe(finding);
      return [`✗ ${zh}`, `  ${en}`];
    }),
    ...(findingCount > findings.length
      ? [
          `  …… 另有 ${findingCount - findings.length} 处 / and ${findingCount - findings.length} more`,
        ]
      : []),
    ok
      ? `核验通过：每一字节与签名一致，账目前后衔接${since ? '，且延续旧审计包' : ''}`
      : `核验未通过：${findingCount} 处不符`,
    ok
      ? `verified: every byte is as signed, and all follows${since ? '; it goes on from the older package' : ''}`
      : `not verified: ${findingCount} ${findingCount === 1 ? 'fault' : 'faults'}`,
  ];
}

/** So many of each are named; the counts are of all. */
const NAMED_MAX = 100;

function reportFolder({ there, changed, absent, others }: FolderReport): string[] {
  const named = [
    ...changed
      .slice(0, NAMED_MAX)
      .flatMap(({ name, file, sha256, is }) => [
        `✗ 文件已改动：${name}，见 ${file}，指纹现为 ${is}，应为 ${sha256}`,
        `  changed: ${name}, in ${file}, its hash is ${is} and should be ${sha256}`,
      ]),
    ...absent.slice(0, NAMED_MAX).map(({ name, sha256 }) => `  缺 / absent: ${name}, ${sha256}`),
    ...there.slice(0, NAMED_MAX).map(({ name, file }) => `  在 / there: ${name}, ${file}`),
  ];
  const counts = [there.length, changed.length, absent.length, others] as const;
  const [n, c, a, o] = counts;
  return [
    ...named,
    `  文件夹核对：相符 ${n} 份，改动 ${c} 份，缺少 ${a} 份；另有 ${o} 个文件不在包内`,
    `  documents: ${n} there, ${c} changed, ${a} absent; ${o} files are none of them`,
  ];
}

const UNCOMPARED = [
  '  注意：签名自洽，但未核对密钥归属；请用 --key 给出从节点另行取得的公钥',
  '  note: the signature is consistent, but whose key it is was not checked; give --key, got from the node another way',
];
