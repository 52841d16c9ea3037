import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson, openCounty } from '../campaign/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { TOLD_OF_HOUSEHOLDS } from '../recount/told-households.ts';
import { startWelfare, type Service } from '../scene.ts';

let service: Service;
let call: Service['call'];
let of: Awaited<ReturnType<typeof openCounty>>;
beforeAll(async () => {
  service = await startWelfare();
  call = service.call;
  of = await openCounty(service);
});
afterAll(() => service.stop());

const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
const relief = (over: object = {}) => ({
  unionId: of.works,
  ...madePerson(),
  programme: 'LIVING',
  fileLevel: 'CITY',
  moneySource: 'UNION_OWN',
  paidOn: '2020-06-18',
  amountFen: 200_000n,
  ...over,
});
const paid = (rows: object[], who: object = clerk) =>
  call('recordPastRelief', { rows: rows as never }, who);

test('a year of relief: a household counts by its first payment, a person by his first of each programme', async () => {
  const worker = madePerson();
  const rows = [
    relief({ ...worker, programme: 'MEDICAL', paidOn: '2020-10-15', moneySource: 'DONATION' }),
    relief(worker),
    relief(),
    relief({ programme: 'TEMPORARY', fileLevel: '' }),
  ];
  expect(await paid(rows)).toEqual({ recorded: 4 });
  await paid([
    relief({ ...worker, paidOn: '2020-12-18' }),
    relief({ ...worker, paidOn: '2021-06-18' }),
  ]);
  const facts = (await service.outbox()).filter(({ fact }) => fact === 'relief.paid');
  const told = facts.map(({ data }) => {
    const { paidOn, programme, householdFirst, personFirst } = data as never as Told;
    return `${paidOn} ${programme} ${Boolean(householdFirst)} ${Boolean(personFirst)}`;
  });
  expect(told.toSorted()).toEqual([
    '2020-06-18 LIVING true true',
    '2020-06-18 LIVING true true',
    '2020-06-18 TEMPORARY false true',
    '2020-10-15 MEDICAL false true',
    '2020-12-18 LIVING false false',
    '2021-06-18 LIVING true true',
  ]);
  await expect(paid([relief(worker)])).rejects.toThrow(refusedWith('RELIEF_RECORDED', 'duplicate'));
  const moved = ['relief_paid', 'relief_household', 'relief_person'];
  await expectRecounted(service, TOLD_OF_HOUSEHOLDS, ...moved);
});
interface Told {
  paidOn: string;
  programme: string;
  householdFirst: boolean;
  personFirst: boolean;
}

test.each([
  ['RELIEF_FILE_FIRST', { fileLevel: '' }],
  ['RELIEF_FOR_UNFILED', { programme: 'TEMPORARY' }],
  ['RELIEF_SOURCE_FORBIDDEN', { moneySource: 'CENTRAL_FISCAL' }],
  ['PAST_TOO_RECENT', { paidOn: addDays(chinaDate(new Date()), -1) }],
])('refuses: %s', async (code, over) => {
  await expect(paid([relief(), relief(over)])).rejects.toThrow(refusedWith(code));
});

test('forbidden, replay, another body, foreign scope', async () => {
  const answer = await once(service, {
    caller: clerk,
    foreign: { duty: 'clerk', scope: of.mill } as const,
    unknown: 'UNION_UNKNOWN',
    forbidden: { duty: 'auditor' },
    method: 'recordPastRelief',
    ask: { rows: [relief()] },
    changed: { rows: [relief()] },
  });
  expect(answer).toEqual({ recorded: 1 });
});
