import { ScalarType } from '@bufbuild/protobuf';
import { types } from '@gonglian/contracts/descriptors.ts';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { decideAttendance } from './close-check-up.ts';
import { decideCheckUp } from './decide-check-up.ts';

const messages = types.filter((type) => type.kind === 'message');
const ofCheckUps = messages.filter(
  ({ file, name }) => file.name.endsWith('welfare/v1/check_up') || name.startsWith('CheckUp'),
);
const fields = ofCheckUps.flatMap((message) =>
  message.fields.map((field) => ({ message: message.name, field })),
);

test('nothing that is found in anybody has a place: every field of a check-up is one of these', () => {
  expect(ofCheckUps.length).toBeGreaterThan(10);
  expect([...new Set(fields.map(({ field }) => field.name))].toSorted()).toEqual([
    'attended',
    'booking_closes_on',
    'capacity',
    'check_up_id',
    'check_up_kind',
    'closed_on',
    'cost_fen',
    'cursor',
    'document_no',
    'ends_on',
    'expected_version',
    'held_on',
    'hospital_name',
    'invited',
    'invoice_no',
    'items',
    'limit',
    'next_cursor',
    'offer_id',
    'reason',
    'starts_on',
    'state',
    'taken',
    'union_id',
    'union_name',
    'units',
    'version',
    'worker_group',
  ]);
});

test('no field of a check-up is of a person, and none takes a file', () => {
  const personal = fields.filter(({ field }) =>
    /person|name_masked|member|id_number/.test(field.name),
  );
  expect(personal).toEqual([]);
  expect(
    fields.filter(({ field }) => field.fieldKind === 'scalar' && field.scalar === ScalarType.BYTES),
  ).toEqual([]);
});

const units = [{ unionId: 'u-1' }];
const opening = {
  startsOn: '2020-06-01',
  endsOn: '2020-06-05',
  bookingClosesOn: '2020-05-31',
  workerGroup: 'WOMEN',
  checkUpKind: 'TWO_CANCER_SCREENING',
  units,
};
test.each([
  ['FIELD_INVALID', { units: [...units, ...units] }],
  ['CHECK_UP_DATES', { endsOn: '2020-05-31' }],
  ['CHECK_UP_DATES', { bookingClosesOn: '2020-06-02' }],
  ['CHECK_UP_WOMEN', { workerGroup: 'ALL' }],
  [undefined, {}],
  [undefined, { checkUpKind: 'CHECK_UP', workerGroup: 'ALL' }],
])('%s: %j', (code, over) => {
  expect(codeOf(() => decideCheckUp({ ...opening, ...over }))).toBe(code);
});

test.each([
  ['FIELD_INVALID', [1, 1]],
  ['CHECK_UP_ABOVE_INVITED', [11]],
  [undefined, [10]],
  [undefined, []],
])('%s: came %j of ten invited', (code, came) => {
  const rows = came.map((attended) => ({ unionId: 'u-1', attended }));
  expect(codeOf(() => decideAttendance(rows, new Map([['u-1', 10]])))).toBe(code);
});
test('a unit that was not invited', () => {
  const rows = [{ unionId: 'u-2', attended: 1 }];
  expect(codeOf(() => decideAttendance(rows, new Map([['u-1', 10]])))).toBe('CHECK_UP_UNIT');
});
