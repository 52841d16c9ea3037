import { expect, test } from 'vitest';
import { decideProfile } from './set-split-profile.ts';

const ask = {
  effectiveFrom: '2026-04-01',
  grassrootsBp: 6000,
  countyBp: 2000,
  cityBp: 1000,
  provinceBp: 500,
  nationalBp: 500,
};

test.each([undefined, { effectiveFrom: '2026-03-31' }])('a later one follows (%#)', (last) => {
  expect(() => decideProfile(ask, last)).not.toThrow();
});

// In this order.
test.each([
  ['PROFILE_SUM', { cityBp: 999 }, '2026-04-01'],
  ['PROFILE_BEFORE_LAST', {}, '2026-04-01'],
  ['PROFILE_BEFORE_LAST', {}, '2026-04-02'],
])('refused: %s (%#)', (code, over, effectiveFrom) => {
  expect(() => decideProfile({ ...ask, ...over }, { effectiveFrom })).toThrow(
    expect.objectContaining({ code }),
  );
});
