import { expect, test } from 'vitest';
import { requireAdmitting, type UnionState } from './union-state.ts';

const union: UnionState = {
  unionId: 'u1',
  name: '甲',
  kind: 'SINGLE_GRASSROOTS',
  status: 'ACTIVE',
};

test.each(['SINGLE_GRASSROOTS', 'JOINT_GRASSROOTS'])('%s takes members', (kind) => {
  expect(requireAdmitting({ ...union, kind }, 'u1')).toEqual({ ...union, kind });
});

test.each([
  ['UNION_UNKNOWN', undefined],
  ['UNION_ADMITS_NO_MEMBERS', { ...union, kind: 'FEDERATION' }],
  ['UNION_ADMITS_NO_MEMBERS', { ...union, kind: 'BRANCH' }],
  ['UNION_ADMITS_NO_MEMBERS', { ...union, kind: 'SOMETHING_NEW' }],
  ['UNION_CLOSING', { ...union, status: 'CLOSING' as const }],
  ['UNION_NOT_ACTIVE', { ...union, status: 'DISSOLVED' as const }],
])('refuses: %s', (code, state) => {
  expect(() => requireAdmitting(state, 'u1')).toThrow(expect.objectContaining({ code }));
});
