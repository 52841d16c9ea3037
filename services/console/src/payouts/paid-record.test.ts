import { expect, test } from 'vitest';
import { placeOfRecord } from './paid-record.ts';

test.each([
  ['LIVING_RELIEF', ['g1'], '/relief-grants/g1', 'reliefGrant'],
  ['STUDY_AID', ['g1', 'g2'], '/hardship?view=relief', 'households'],
  ['MUTUAL_AID_CLAIM', ['c1'], '/mutual-aid-claims/c1', 'aidClaims'],
  ['MUTUAL_AID_CLAIM', ['c1', 'c2'], '/mutual-aid?view=claims', 'mutualAid'],
  // Of a list of gifts every line is of the one list.
  ['WARMTH_GIFT', ['l1', 'l1'], '/campaigns?view=lists&open=l1', 'campaigns'],
  ['LEGAL_AID_SUBSIDY', ['a1'], '/legal-aid/a1', 'aids'],
  ['RECUPERATION_COST', ['b1'], '/recuperation/b1', 'recuperation'],
  ['STARTUP_SUBSIDY', ['s1'], '/employment?view=startups&open=s1', 'employment'],
])('money of %s leads back to %s at %s', (kind, recordIds, to, screen) => {
  expect(placeOfRecord(kind, recordIds)).toMatchObject({ to, screen });
});

test('a kind that is not welfare’s leads nowhere here', () => {
  expect(placeOfRecord('COMPETITION_PRIZE', ['e1'])).toBeUndefined();
});
