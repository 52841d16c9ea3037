import { expect, test } from 'vitest';
import { decideAuthor } from './author.ts';

const named = { unionId: 'u-1', personName: '李小明', idNumber: '32999919900307201X' };
const nobody = { unionId: '', personName: '', idNumber: '' };
const desk = { duty: 'clerk', scope: 'u-9', member: '' };
const self = { duty: 'member', scope: 'u-1', member: 'm-1' };

test('a desk names a person of a union; a member is himself, of his own', () => {
  expect(decideAuthor(desk, named)).toEqual({ unionId: 'u-1', memberId: null });
  expect(decideAuthor(self, nobody)).toEqual({ unionId: 'u-1', memberId: 'm-1' });
});

test.each([
  ['MEMBER_UNKNOWN', { ...self, member: '' }, nobody],
  ['MEMBER_UNKNOWN', { ...self, scope: '' }, nobody],
  ['FIELD_INVALID', self, { ...nobody, unionId: 'u-2' }],
  ['FIELD_INVALID', self, { ...nobody, personName: '他人' }],
  ['FIELD_INVALID', desk, { ...named, unionId: '' }],
  ['FIELD_INVALID', desk, { ...named, personName: '' }],
  ['FIELD_INVALID', desk, { ...named, idNumber: '' }],
])('%s', (code, speaker, ask) => {
  expect(() => decideAuthor(speaker, ask)).toThrow(expect.objectContaining({ code }));
});
