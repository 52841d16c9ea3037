import { expect, test } from 'vitest';
import { decideOffer } from './offer-competition.ts';

type Contest = Parameters<typeof decideOffer>[0];

const trade = { places: 10 } as Contest['trades'][number];
const contest: Contest = { origin: 'HELD', state: 'ENROLLING', trades: [trade] };
const ask = { places: 10, isBelow: true };

test.each(['ANNOUNCED', 'ENROLLING'] as const)('one that is %s is offered', (state) => {
  expect(() => decideOffer({ ...contest, state }, ask)).not.toThrow();
});

test.each([
  ['CONTEST_NODE_NOT_BELOW', contest, { ...ask, isBelow: false }],
  ['CONTEST_OF_NODE', { ...contest, origin: 'JOINED' }, ask],
  ['COMPETITION_STATE', { ...contest, state: 'APPROVED' }, ask],
  ['COMPETITION_STATE', { ...contest, state: 'QUALIFYING' }, ask],
  ['COMPETITION_TRADES_MISSING', { ...contest, trades: [] }, ask],
  ['COMPETITION_FULL', contest, { ...ask, places: 11 }],
] as const)('%s', (code, given, asked) => {
  expect(() => decideOffer(given as Contest, asked)).toThrow(expect.objectContaining({ code }));
});
