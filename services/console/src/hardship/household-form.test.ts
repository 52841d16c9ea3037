import { expect, test } from 'vitest';
import { declarationOf, emptyHousehold, emptyPerson } from './household-form.ts';

test('of money only what was typed is sent, in fen, and of people what the node compares', () => {
  const form = {
    ...emptyHousehold('u-1', '2026-03-02'),
    people: [{ ...emptyPerson('SELF'), personName: ' 张三 ', idNumber: '11010119900307123x' }],
    incomes: { WAGE: '48,000', PENSION: '' },
    rigid: { ILLNESS: '30000.50' },
    illness: ' 尿毒症 ',
  };
  expect(declarationOf(form)).toEqual({
    people: [
      {
        personName: '张三',
        idNumber: '11010119900307123X',
        relation: 'SELF',
        health: 'HEALTHY',
        occupation: 'EMPLOYED',
      },
    ],
    declaration: {
      incomes: [{ moneyKind: 'WAGE', amountFen: '4800000' }],
      rigidExpenses: [{ moneyKind: 'ILLNESS', amountFen: '3000050' }],
      mainCause: 'ILLNESS',
      secondCause: '',
      illness: '尿毒症',
      lossFen: '0',
      compensatedFen: '0',
    },
    guardianConsented: false,
  });
});
