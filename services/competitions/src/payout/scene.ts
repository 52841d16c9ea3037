// What the tests of payouts ask to be paid.
let accounts = 0;

export const payee = (recordId: string, over: object = {}) => {
  accounts += 1;
  return {
    recordId,
    recordPart: '',
    amountFen: 0n,
    payeeName: '',
    accountNumber: `62220000000${String(accounts).padStart(8, '0')}`,
    bankCode: '105312500018',
    ...over,
  };
};

export const payOutAsk = (
  unionId: string,
  payees: ReturnType<typeof payee>[],
  over: object = {},
) => ({
  unionId,
  bank: 'main',
  payoutKind: 'SUGGESTION_REWARD',
  projectCode: '',
  sourceCode: 'union',
  documentNo: '合工奖〔5〕号',
  payees,
  ...over,
});
