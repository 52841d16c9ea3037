// What a finding says to a person, in Chinese and in English.
import type { Finding, FindingCode, RecordKind } from './finding.ts';
import { fileOffset } from './layout.ts';
import type { Region, Spot } from './spot.ts';

type Pair = readonly [zh: string, en: string];

const CODES: Record<FindingCode, Pair> = {
  BYTES_DIFFER: ['与签名时的内容不同', 'not what was signed'],
  NO_END: [
    '审计包没有结尾：被截断或结尾被覆盖',
    'the package has no end: it was cut off or overwritten',
  ],
  NOT_A_PACKAGE: ['开头不是审计包', 'this does not begin as an audit package'],
  FRAME_UNREADABLE: [
    '此处不是一段可读的记录，其后无法核验',
    'no record begins here; nothing behind it can be read',
  ],
  FRAME_CUT_OFF: ['最后一条记录不完整', 'the last record is not whole'],
  LIST_REPLACED: [
    '内容与校验表一致，但校验表不是签名时的那一份：内容被改动后重新计算过',
    'content and hashes agree, but they are not those that were signed: somebody has changed both',
  ],
  SIGNATURE_WRONG: ['签名与清单不符', 'the signature is not of this manifest'],
  KEY_OTHER: ['签名密钥不是所给的密钥', 'it is signed by another key than the one given'],
  RECORD_CHANGED: [
    '记录内容与其哈希不符，内容被改动',
    'the record does not give its hash: it was changed',
  ],
  LEAF_CHANGED: [
    '记录的哈希被改动，内容未变',
    'the hash of the record was changed; the record was not',
  ],
  RECORD_UNREADABLE: ['记录无法读出', 'the record cannot be read'],
  RECORD_OF_OTHER_BOOK: ['记录属于另一账簿', 'the record is of another book'],
  NUMBER_GAP: [
    '编号不连续，有记录被删除、插入或调换',
    'the numbers do not follow: a record is gone, added or out of place',
  ],
  PERIOD_NUMBER_GAP: ['月内编号不连续', 'the numbers within the month do not follow'],
  KEY_TWICE: ['同一来源的凭证重复', 'a voucher with this key was there before'],
  PERIOD_CLOSED: ['凭证记入已结账的月份', 'the voucher stands in a month that was closed'],
  NOT_BALANCED: ['借贷不平', 'debits and credits differ'],
  ACCOUNT_UNKNOWN: ['没有这个账户', 'there is no such account'],
  RUNNING_BALANCE: [
    '余额或次序与上一笔不衔接',
    'the running balance does not follow from the one before',
  ],
  POT_UNKNOWN: ['没有这个资金池', 'there is no such pot'],
  POT_INTERVAL: [
    '资金区间与上一笔不衔接',
    'the interval of money does not follow from the one before',
  ],
  POT_OVERDRAWN: ['资金池透支', 'the pot is overdrawn'],
  POTS_NOT_CASH: ['银行账户余额与资金池合计不等', 'the cash account and the pots of a bank differ'],
  REVERSAL_NOT_MIRRORED: [
    '冲销凭证与原凭证不是相反分录',
    'the reversal does not mirror what it reverses',
  ],
  REVERSED_TWICE: ['原凭证已被冲销过', 'the voucher was reversed before'],
  BLOCK_CHANGED: ['区块内容与其哈希不符', 'the block does not give its hash'],
  BLOCK_LEAVES: [
    '区块所含记录不是封存时的那些',
    'the records of the block are not those it was sealed with',
  ],
  BLOCK_ORDER: ['区块与上一区块不衔接', 'the block does not follow the one before'],
  TIME_DIFFERS: [
    '入账时间与区块不符或早于上一区块',
    'the time of posting is not that of its block, or before the last one',
  ],
  CHECKPOINT_NOT_ON_CHAIN: [
    '签名检查点不在账簿链上：检查点之前的历史被改写或截断',
    'a signed checkpoint is not on the chain: what was before it has been rewritten or cut off',
  ],
  CHECKPOINT_SIGNATURE: ['检查点签名不符', 'the signature of the checkpoint is wrong'],
  CHECKPOINT_OTHER_KEY: [
    '检查点由另一密钥签名',
    'the checkpoint is signed by another key than the package',
  ],
  BOOK_END: [
    '账簿结尾的数目与内容不符',
    'the end of the book does not agree with what came before it',
  ],
  SINCE_OLD_WRONG: ['旧审计包本身未通过核验', 'the older package does not verify itself'],
  SINCE_OTHER_NODE: ['旧审计包来自另一节点', 'the older package is of another node'],
  SINCE_OTHER_KEY: ['旧审计包由另一密钥签名', 'the older package is signed by another key'],
  SINCE_BOOK_MISSING: [
    '旧审计包中的账簿在新包中没有',
    'a book of the older package is not in this one',
  ],
  SINCE_SHORTER: ['账簿比旧审计包中的短', 'the book is shorter than in the older package'],
  SINCE_DIFFERS: [
    '与旧审计包不同：历史被改写',
    'it is not as in the older package: history was rewritten',
  ],
  SINCE_DOCUMENT_MISSING: [
    '旧审计包中的文件指纹在新包中没有',
    'a document of the older package is not in this one',
  ],
  SINCE_DOCUMENT_DIFFERS: [
    '文件指纹与旧审计包不同：文件或其登记被更换',
    'the hash of the document is not as in the older package: it was replaced',
  ],
};

const RECORDS: Record<RecordKind, Pair> = {
  readme: ['说明', 'the text at the beginning'],
  book: ['账簿开头', 'the beginning of the book'],
  account: ['账户', 'account'],
  pot: ['资金池', 'pot'],
  voucher: ['凭证', 'voucher'],
  period: ['结账记录', 'closing'],
  block: ['区块', 'block'],
  checkpoint: ['检查点', 'checkpoint'],
  document: ['文件', 'document'],
  end: ['账簿结尾', 'the end of the book'],
};

const REGIONS: Record<Region, Pair> = {
  body: ['正文', 'the body'],
  list: ['校验表', 'the list of hashes'],
  manifest: ['清单', 'the manifest'],
  seal: ['封签', 'the seal'],
};

/** One line in each language. */
export function describe(finding: Finding): { zh: string; en: string } {
  return { zh: line(finding, 0), en: line(finding, 1) };
}

function line(finding: Finding, language: 0 | 1): string {
  const { code, unionId, spot, says, follows, field } = finding;
  const parts = [
    placeOf(finding, language),
    recordOf(finding, language),
    field && (language === 0 ? `字段 ${field}` : `field ${field}`),
    spot && changeOf(spot, language),
    CODES[code][language],
    says && (language === 0 ? `此处为 ${says}` : `here ${says}`),
    follows && (language === 0 ? `应为 ${follows}` : `should be ${follows}`),
    unionId && (language === 0 ? `账簿 ${unionId}` : `book ${unionId}`),
  ];
  return parts.filter(Boolean).join(language === 0 ? '，' : ', ');
}

function placeOf({ spot, bodyAt }: Finding, language: 0 | 1): string {
  const at = spot?.at ?? (bodyAt === undefined ? undefined : fileOffset(bodyAt));
  if (at === undefined) return '';
  const region = spot && spot.region !== 'body' ? REGIONS[spot.region][language] : '';
  return language === 0
    ? `偏移 ${at} 字节处${region && `（${region}）`}`
    : `at byte ${at}${region && ` (${region})`}`;
}

function recordOf({ record }: Finding, language: 0 | 1): string {
  if (!record) return '';
  const kind = RECORDS[record.kind][language];
  const named = record.name === undefined ? '' : ` (${record.name})`;
  return record.no > 0 ? `${kind} ${record.no}${named}` : kind;
}

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

function changeOf({ kind, length, is, was }: Spot, language: 0 | 1): string {
  const zh = language === 0;
  switch (kind) {
    case 'changed':
      return zh
        ? `现为 ${hex(is ?? 0)}，原为 ${hex(was ?? 0)}`
        : `is ${hex(is ?? 0)}, was ${hex(was ?? 0)}`;
    case 'inserted':
      return zh
        ? `多出 ${length} 字节，首字节 ${hex(is ?? 0)}`
        : `${length} bytes were put in, the first ${hex(is ?? 0)}`;
    case 'missing':
      return zh
        ? `缺少 ${length} 字节，原为 ${hex(was ?? 0)}`
        : `${length} bytes are missing, was ${hex(was ?? 0)}`;
    case 'cut':
      return zh ? '文件到此为止' : 'the file ends here';
    case 'range':
      return rangeOf(length, is, was, zh);
  }
}

function rangeOf(
  length: number,
  is: number | undefined,
  was: number | undefined,
  zh: boolean,
): string {
  const first =
    is === undefined || was === undefined
      ? ''
      : zh
        ? `，首字节现为 ${hex(is)}，原为 ${hex(was)}`
        : `, the first is ${hex(is)} and was ${hex(was)}`;
  return zh
    ? `自此起 ${length} 字节内有改动${first}`
    : `changed within ${length} bytes from here${first}`;
}
