import type { MembershipState } from '@gonglian/kernel/member.ts';
import { expect, test } from 'vitest';
import { admissionAges, decideAdmission } from './admission.ts';

const here = 'union-1';
const elsewhere = 'union-2';
const past = (state: MembershipState, unionId = here, since: string | null = null) => ({
  state,
  unionId,
  since,
});

test.each<[string, ReturnType<typeof past>, object]>([
  ['active here', past('ACTIVE'), { kind: 'unchanged' }],
  [
    'active elsewhere: a transfer can be offered',
    past('ACTIVE', elsewhere),
    { kind: 'refused', code: 'ALREADY_MEMBER', heldByUnionId: elsewhere },
  ],
  [
    'retained here: to be reactivated',
    past('RETAINED'),
    { kind: 'refused', code: 'ALREADY_MEMBER', heldByUnionId: here },
  ],
  ['applied', past('APPLIED'), { kind: 'refused', code: 'APPLICATION_PENDING', heldByUnionId: '' }],
  ['expelled', past('EXPELLED'), { kind: 'refused', code: 'MEMBER_EXPELLED', heldByUnionId: '' }],
  ['deceased', past('DECEASED'), { kind: 'refused', code: 'MEMBER_DECEASED', heldByUnionId: '' }],
  [
    'left after the date',
    past('LEFT', here, '2026-02-01'),
    { kind: 'refused', code: 'EFFECTIVE_BEFORE_SPELL', heldByUnionId: '' },
  ],
  ['left', past('LEFT', elsewhere, '2026-01-15'), { kind: 'again' }],
  ['held to have left', past('DEEMED_LEFT', here, '2020-01-01'), { kind: 'again' }],
  ['rejected', past('REJECTED'), { kind: 'again' }],
])('%s', (_, standing, admission) => {
  expect(decideAdmission(standing, here, '2026-01-15')).toEqual(admission);
});

test('ages before the labour law are judged by its first text', () => {
  expect(admissionAges('1980-06-01')).toEqual(admissionAges('1995-01-01'));
});
