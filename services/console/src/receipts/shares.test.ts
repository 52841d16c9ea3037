import { expect, test } from 'vitest';
import type { Receipt } from '../shapes.ts';
import { bookedOf, partsOf } from './shares.ts';

const receipt = {
  mode: 'TAX_COLLECT',
  unionId: 'u-1',
  fundFen: '2000003',
  grassrootsFen: '1200002',
  countyFen: '400001',
  cityFen: '200000',
  provinceFen: '100000',
  nationalFen: '100000',
  grassrootsBp: 6000,
  countyBp: 2000,
  cityBp: 1000,
  provinceBp: 500,
  nationalBp: 500,
} as Receipt;

test.each([
  ['COUNTY', { own: '400001', upper: '400000', lower: '1200002' }],
  ['CITY', { own: '200000', upper: '600001', lower: '1200002' }],
])('at a node of level %s own, upper and lower come to the whole', (level, booked) => {
  expect(bookedOf(receipt, level)).toEqual(booked);
  const sum = Object.values(booked).reduce((total, fen) => total + BigInt(fen), 0n);
  expect(String(sum)).toBe(receipt.fundFen);
});

test('of a union that pays up itself nothing is owed downward', () => {
  const booked = bookedOf({ ...receipt, mode: 'SELF_PAY' }, 'COUNTY');
  expect(booked).toEqual({ own: '400001', upper: '400000', lower: '0' });
});

test('what is held is nobody’s yet', () => {
  expect(bookedOf({ ...receipt, unionId: '' }, 'COUNTY')).toBeUndefined();
});

test('each level with its part, from below to above', () => {
  expect(partsOf(receipt).map(({ level, basisPoints }) => [level, basisPoints])).toEqual([
    ['GRASSROOTS', 6000],
    ['COUNTY', 2000],
    ['CITY', 1000],
    ['PROVINCE', 500],
    ['NATIONAL', 500],
  ]);
});
