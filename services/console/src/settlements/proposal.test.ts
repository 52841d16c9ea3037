import { expect, test } from 'vitest';
import type { NodeFacts } from '../shapes.ts';
import { kindsFrom, levelsAbove, proposalOf } from './proposal.ts';

const county = { level: 'COUNTY', superior: '321000', subordinates: [] as string[] };
const node = (over: object = {}) => ({ ...county, ...over }) as NodeFacts;
const values = {
  superior: '321000',
  subordinate: '321084',
  period: '2026-03',
  amount: '4,000',
  bank: 'basic',
  purpose: '三月经费',
  share_CITY: '2,000.00',
  share_PROVINCE: '1000',
  share_NATIONAL: '',
  project: '防汛-2026',
  docNo: '扬工发〔2026〕7号',
  permittedCodes: '50404,50405',
  deadline: '2026-12-31',
  emergency: 'yes',
  emergencyEvent: '暴雨洪涝',
  emergencyReason: '须当日到账',
};

test.each([
  ['a county', node(), ['REMITTANCE']],
  [
    'a city',
    node({ level: 'CITY', subordinates: ['321084'] }),
    ['SPECIAL_TRANSFER', 'GENERAL_TRANSFER', 'SHARE', 'REMITTANCE'],
  ],
  ['a node by itself', node({ superior: '' }), []],
])('%s pays', (_, facts, kinds) => {
  expect(kindsFrom(facts)).toEqual(kinds);
});

test('a remittance is of the levels above, and says nothing of a project', () => {
  expect(levelsAbove('CITY')).toEqual(['PROVINCE', 'NATIONAL']);
  expect(proposalOf({ ...values, kind: 'REMITTANCE' })).toEqual({
    kind: 'REMITTANCE',
    toNode: '321000',
    period: '2026-03',
    amountFen: '400000',
    bank: 'basic',
    purpose: '三月经费',
    docNo: '扬工发〔2026〕7号',
    shares: [
      { level: 'CITY', amountFen: '200000' },
      { level: 'PROVINCE', amountFen: '100000' },
    ],
    project: '',
    permittedCodes: [],
    deadline: '',
    emergencyEvent: '',
    emergencyReason: '',
  });
});

test('a special transfer says what it may be spent on, and what cannot wait says why', () => {
  const special = { ...values, kind: 'SPECIAL_TRANSFER' };
  expect(proposalOf(special)).toMatchObject({
    toNode: '321084',
    shares: [],
    project: '防汛-2026',
    permittedCodes: ['50404', '50405'],
    deadline: '2026-12-31',
    emergencyEvent: '暴雨洪涝',
    emergencyReason: '须当日到账',
  });
  expect(proposalOf({ ...special, emergency: 'no' })).toMatchObject({ emergencyEvent: '' });
  expect(proposalOf({ ...values, kind: 'GENERAL_TRANSFER' })).toMatchObject({
    toNode: '321084',
    shares: [],
    project: '',
    docNo: '扬工发〔2026〕7号',
    permittedCodes: [],
    emergencyEvent: '',
  });
});
