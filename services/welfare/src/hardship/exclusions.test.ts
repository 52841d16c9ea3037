import { policyOn } from '@gonglian/kernel/policy.ts';
import { expect, test } from 'vitest';
import { findExclusions } from './exclusions.ts';
import { HARDSHIP_POLICY } from './hardship-policy.ts';

const rules = policyOn(HARDSHIP_POLICY, 'hardship.exclusions', '2026-03-02');
const nothing = {
  homes: 1,
  premises: false,
  employees: 0,
  schoolFeeFen: 0,
  localSchoolFeeFen: 0,
  carValueFen: 0,
  refusedJobs: 0,
  vice: false,
  falseMaterials: false,
};

test.each([
  [{}, []],
  [{ homes: 2 }, ['HOMES']],
  [{ premises: true }, ['PREMISES']],
  [{ employees: 1 }, ['EMPLOYS']],
  [{ schoolFeeFen: 600_000, localSchoolFeeFen: 300_000 }, []],
  [{ schoolFeeFen: 600_001, localSchoolFeeFen: 300_000 }, ['SCHOOL_FEE']],
  [{ carValueFen: 10_000_000 }, []],
  [{ carValueFen: 10_000_001 }, ['CAR']],
  [{ refusedJobs: 2 }, []],
  [{ refusedJobs: 3 }, ['REFUSED_JOBS']],
  [{ vice: true }, ['VICE']],
  [{ falseMaterials: true, homes: 3 }, ['HOMES', 'FALSE_MATERIALS']],
])('%o: %o', (found, codes) => {
  expect(findExclusions({ ...nothing, ...found }, rules)).toEqual(codes);
});

test('what a document does not exclude is not excluded', () => {
  const lenient = { ...rules, homesFrom: null, vice: false, carValueAboveFen: null };
  const found = { ...nothing, homes: 9, vice: true, carValueFen: 90_000_000 };
  expect(findExclusions(found, lenient)).toEqual([]);
});
