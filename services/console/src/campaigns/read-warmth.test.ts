import { expect, test } from 'vitest';
import { readWarmth } from './read-warmth.ts';

test('a person a line, whatever parts the columns; what is left out is empty and refused by the node', () => {
  const pasted =
    '张三,110101199003071233,1000,6210000000000000009,105312500018\n\n 李四，110101199003071250，500.5\n';
  expect(readWarmth(pasted)).toEqual([
    {
      personName: '张三',
      idNumber: '110101199003071233',
      amountFen: '100000',
      accountNumber: '6210000000000000009',
      bankCode: '105312500018',
    },
    {
      personName: '李四',
      idNumber: '110101199003071250',
      amountFen: '50050',
      accountNumber: '',
      bankCode: '',
    },
  ]);
});
