import { expect, test } from 'vitest';
import { basisPoints, readMembers, readPairs, readTiers } from './read-pairs.ts';

test.each<[string, string, [string, string][]]>([
  ['nothing', '', []],
  ['empty lines', '\n \n', []],
  ['a comma', '一档,300000', [['一档', '300000']]],
  [
    'a wide comma and a tab',
    '321084101，一档\n321084102\t二档',
    [
      ['321084101', '一档'],
      ['321084102', '二档'],
    ],
  ],
  ['thousands', '一档 300,000.50', [['一档', '300000.50']]],
  ['a name alone', '一档', [['一档', '']]],
])('pairs: %s', (_, text, pairs) => {
  expect(readPairs(text)).toEqual(pairs);
});

test('tiers are in fen, and what is no amount is refused by the node', () => {
  expect(readTiers('一档,300000\n二档,x')).toEqual([
    { tier: '一档', amountFen: '30000000' },
    { tier: '二档', amountFen: '0' },
  ]);
  expect(readMembers('321084101 一档')).toEqual([{ regionCode: '321084101', tier: '一档' }]);
});

test.each([
  ['50', 5_000],
  ['33.33', 3_333],
  ['0.5', 50],
  ['', 0],
  ['100', 0],
  ['5e1', 0],
])('"%s" per cent', (percent, bp) => {
  expect(basisPoints(percent)).toBe(bp);
});
