import { expect, test } from 'vitest';
import { offers } from './nomination-actions.ts';

const draft = {
  state: 'DRAFT',
  level: 'COUNTY',
  publicityEndsOn: '',
  openObjections: 0,
  openConsultations: 0,
  heldBy: '',
};
const at = (state: string, over: object = {}) => ({ ...draft, state, ...over });
const shown = (state: string, over: object = {}) =>
  at(state, { publicityEndsOn: '2026-03-09', ...over });
const clerk = { duty: 'clerk', whole: true, level: 'COUNTY', today: '2026-03-10' };
const chair = { ...clerk, duty: 'chair' };
const unit = { ...clerk, whole: false };
const early = { today: '2026-03-09' };

test.each([
  ['a draft goes to the congress', draft, unit, ['recommend', 'withdraw']],
  ['the unit shows it', at('RECOMMENDED'), unit, ['publish', 'withdraw']],
  ['it runs', shown('PUBLISHED_IN_UNIT'), { ...unit, ...early }, ['object', 'withdraw']],
  ['it is over', shown('PUBLISHED_IN_UNIT'), unit, ['submit', 'object', 'withdraw']],
  [
    'somebody waits for an answer',
    shown('PUBLISHED_IN_UNIT', { openObjections: 1 }),
    unit,
    ['object', 'withdraw'],
  ],
  ['the unit does not review', at('SUBMITTED'), unit, ['withdraw']],
  ['the node does', at('SUBMITTED'), clerk, ['consult', 'review', 'withdraw']],
  [
    'not before those asked have answered',
    at('SUBMITTED', { openConsultations: 2 }),
    clerk,
    ['consult', 'withdraw'],
  ],
  ['the region is the node’s', at('FIRST_REVIEWED'), unit, ['withdraw']],
  ['the second', at('FIRST_REVIEWED'), clerk, ['publish', 'withdraw']],
  [
    'the last review',
    shown('PUBLISHED_IN_REGION'),
    chair,
    ['review', 'object', 'withdraw', 'veto'],
  ],
  ['the clerk decides nothing', shown('PUBLISHED_AT_DECISION'), clerk, ['object', 'withdraw']],
  [
    'the chair does',
    shown('PUBLISHED_AT_DECISION'),
    chair,
    ['decide', 'object', 'withdraw', 'veto'],
  ],
  [
    'not what another level decides',
    shown('PUBLISHED_AT_DECISION', { level: 'CITY' }),
    chair,
    ['object', 'withdraw', 'veto'],
  ],
  ['what was decided is awarded', at('DECIDED'), chair, ['award', 'veto']],
  ['nothing more', at('AWARDED'), chair, []],
  [
    'what another node holds is asked back',
    at('SUBMITTED', { heldBy: '320000' }),
    chair,
    ['withdraw', 'veto'],
  ],
  ['an auditor reads', draft, { ...clerk, duty: 'auditor' }, []],
])('%s', (_, one, reader, offered) => {
  expect(offers(one, reader)).toEqual(offered);
});
