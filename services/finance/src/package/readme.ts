// What stands at the beginning of a package, for whoever opens it with an editor.
import { frame, TAG } from '@gonglian/proof/layout.ts';

const TEXT = `审计包（工联）

内容：一个节点的一本或多本账簿。每本账簿依次为：账户、资金池、凭证（分录与资金流向）、结账记录，均为记账时参与哈希计算的原始字节，
其前为该哈希；每一批记录之后是区块，区块首尾相接成链；其后为节点签名的检查点；最后是财务留存哈希的文件（税务代征文件、银行付款文件、
银行回单、银行对账单、集体决策纪要、审计底稿、整改证明等）清单和各项数目。包内没有姓名、证件号、银行账号；受益人以不可逆的编号表示。
核验：./gonglian audit verify 文件 --key 公钥（加 --documents 文件夹，可逐份核对原件）；或在只有 Node.js 的机器上 node libs/proof/src/main.ts 文件 --key 公钥。
公钥须从节点另行取得（./gonglian audit key）。格式见 docs/audit-package.md，任何人可据此自行编写核验程序。

Audit package (Gonglian)

What it holds: one book of a node, or several. Of each: accounts, pots, vouchers (legs and moves) and closings of months, as the very
bytes that were hashed when they were posted, behind their hash; after each batch its block, each block chained to the one before;
checkpoints that the node has signed; the hashes of documents that finance has kept (tax files, payment files, results and statements of
banks, minutes of decisions, working papers, evidence of what was put right); and how many there are of each. No names, no identity numbers, no accounts at banks.
To verify: ./gonglian audit verify FILE --key KEY (with --documents FOLDER each document is compared); or with Node.js alone: node libs/proof/src/main.ts FILE --key KEY.
Get the key from the node another way (./gonglian audit key). docs/audit-package.md says how it lies, for whoever writes his own verifier.
`;

export function readmeFrame(): Buffer {
  return frame(TAG.readme, Buffer.from(TEXT));
}
