import { newId } from '@gonglian/kernel/id.ts';
import {
  askFinance,
  failed,
  settled,
  wiredFinance,
  type WiredFinance,
} from '@gonglian/payout/scene.ts';
import { factsOf, HASH, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { CAMPAIGN_MOVEMENTS, TOLD_OF_CAMPAIGNS } from '../recount/told-campaigns.ts';
import { startWelfare, type Service } from '../scene.ts';
import {
  campaignSteps,
  chair,
  clerk,
  gift,
  madePerson,
  openCounty,
  paidFrom,
  today,
  year,
} from './scene.ts';

let service: Service;
let call: Service['call'];
let finance: WiredFinance;
let of: Awaited<ReturnType<typeof openCounty>>;
let steps: ReturnType<typeof campaignSteps>;
let winter: string;
beforeAll(async () => {
  finance = wiredFinance();
  service = await startWelfare({ requestPayment: finance.requestPayment });
  call = service.call;
  of = await openCounty(service);
  steps = campaignSteps(service);
  winter = (await steps.open(of.root, 'WINTER_WARMTH')).campaignId;
});
afterAll(() => service.stop());

const visit = async (over: object = {}) =>
  (await steps.visit(winter, of.works, { recipientGroup: 'HARDSHIP', ...over })).visitId;
type List = Awaited<ReturnType<typeof steps.draft>>;
const step = ({ listId, version }: List) => ({ listId, expectedVersion: version });
const approve = (list: List, who: object = chair) => call('approveWarmthList', step(list), who);
const cancel = (list: List) => call('cancelWarmthList', step(list), clerk);

test('drafted by one, approved by another, paid by the bank, signed for: then it counts', async () => {
  const visitId = await visit({ occasion: 'SPRING_FESTIVAL' });
  const list = await steps.draft(visitId, [gift(madePerson()), gift(madePerson(), 50_000n)]);
  expect(list).toMatchObject({ state: 'DRAFT', lineCount: 2, totalFen: 150_000n, paidFen: 0n });
  expect(list.lines[0]).toMatchObject({ personNameMasked: '李*明', payoutState: '' });
  expect(list.lines[0]?.accountMasked).toMatch(/^\*+\d{4}$/);
  await expect(approve(list, { ...chair, id: 'clerk-1' })).rejects.toThrow(
    refusedWith('SAME_PERSON'),
  );
  await approve(list);
  await askFinance(service);
  const [{ payoutId, paymentId } = { payoutId: '', paymentId: '' }] = await service.sql<{
    payoutId: string;
    paymentId: string;
  }>`select payout_id as "payoutId", payment_id as "paymentId" from payout`;
  const { request } = finance.payments.get(`${payoutId}/1`) ?? {};
  expect(request).toMatchObject({
    accountCode: '50405',
    purposeCode: 'SEND_WARMTH',
    askedBy: 'clerk-1',
  });
  const said = {
    paymentId,
    unionId: of.works,
    sourceId: `${payoutId}/1`,
    sourceService: 'welfare',
  };
  const news = [settled(said, 1, 100_000n, today), failed(said, 2, 50_000n)];
  await service.publishFacts('finance', news);
  await service.settled();
  const after = await call('getWarmthList', { listId: list.listId }, clerk);
  expect(after.lines.map((line) => line.payoutState)).toEqual(['PAID', 'FAILED']);
  expect(after.paidFen).toBe(100_000n);
  // Told again it changes nothing; paid after all it counts.
  await service.publishFacts('finance', [news[0], settled(said, 2, 50_000n, today)] as never);
  await service.settled();
  const { items } = await call('listCampaigns', { year, unionId: '' }, clerk);
  expect(items[0]?.totals).toMatchObject({ cashFen: 150_000n, personTimes: 50n });
  const paid = await factsOf(service, 'care.paid', visitId);
  expect(paid).toMatchObject([
    { payments: 1, amountFen: '100000', occasion: 'SPRING_FESTIVAL', recipientGroup: 'HARDSHIP' },
    { payments: 1, amountFen: '50000', paidOn: today },
  ]);
  const sign = { listId: list.listId, seqs: [1], signatureSha256: HASH, signedOn: today };
  const signed = await call('signWarmthList', { ...sign, expectedVersion: after.version }, clerk);
  expect(signed.lines[0]).toMatchObject({ signatureSha256: HASH, signedOn: today });
  await expect(
    call('signWarmthList', { ...sign, expectedVersion: signed.version }, clerk),
  ).rejects.toThrow(refusedWith('WARMTH_SIGNED'));
  await expect(call('cancelVisit', { visitId, expectedVersion: 1 }, clerk)).rejects.toThrow(
    refusedWith('VISIT_HAS_MONEY'),
  );
});

test('3,000 at once and 6,000 in a year, by the person and not by the number he is written with', async () => {
  const person = madePerson();
  const give = async (fen: bigint) => steps.draft(await visit(), [gift(person, fen)]);
  await expect(give(300_001n)).rejects.toThrow(refusedWith('WARMTH_ABOVE_TIME'));
  await give(300_000n);
  const second = await give(300_000n);
  await expect(give(1n)).rejects.toThrow(
    expect.objectContaining({
      code: 'WARMTH_ABOVE_YEAR',
      details: expect.objectContaining({ leftFen: 0 }) as object,
    }),
  );
  const old = `${person.idNumber.slice(0, 6)}${person.idNumber.slice(8, 17)}`;
  await expect(
    steps.draft(await visit(), [gift({ ...person, idNumber: old }, 1n)]),
  ).rejects.toThrow(refusedWith('WARMTH_ABOVE_YEAR'));
  // What is not given after all may be given otherwise.
  await cancel(second);
  await give(1n);
  await expect(
    approve(await call('getWarmthList', { listId: second.listId }, clerk)),
  ).rejects.toThrow(refusedWith('WARMTH_STATE_WRONG'));
});

test('of two lists at once that cross the cap together one is refused', async () => {
  const person = madePerson();
  await steps.draft(await visit(), [gift(person, 300_000n)]);
  const visits = [await visit(), await visit()];
  const both = await Promise.allSettled(
    visits.map((visitId) => steps.draft(visitId, [gift(person, 200_000n)])),
  );
  const lost = both.filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'WARMTH_ABOVE_YEAR' } }]);
  const [{ total } = { total: 0 }] = await service.sql<{ total: number }>`
    select total_fen::float8 as total from warmth_year
    where person_id = (select person_id from warmth_line order by list_id desc limit 1)`;
  expect(total).toBe(500_000);
});

test('nobody twice on a list, nor more persons than were visited, nor one account for two', async () => {
  const person = madePerson();
  const small = await visit({ persons: 2 });
  await expect(steps.draft(small, [gift(person, 1n), gift(person, 1n)])).rejects.toThrow(
    refusedWith('PERSON_TWICE'),
  );
  const three = [madePerson(), madePerson(), madePerson()].map((one) => gift(one));
  await expect(steps.draft(small, three)).rejects.toThrow(refusedWith('WARMTH_ABOVE_VISIT'));
  const one = gift(madePerson());
  const shared = { ...gift(madePerson()), accountNumber: one.accountNumber };
  const list = await steps.draft(small, [one, shared]);
  await expect(approve(list)).rejects.toThrow(refusedWith('PAYEE_TWICE'));
});

test('forbidden, replay, another body, foreign scope, stale', async () => {
  const ask = {
    visitId: await visit(),
    ...paidFrom,
    documentNo: '4号',
    lines: [gift(madePerson())],
  };
  const foreign = { duty: 'clerk', scope: of.mill } as const;
  const list = await once<List>(service, {
    method: 'draftWarmthList',
    ask,
    changed: { documentNo: '5号' },
    caller: clerk,
    foreign,
    unknown: 'VISIT_UNKNOWN',
  });
  await expect(approve(list, { ...clerk, id: 'clerk-2' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(approve({ ...list, version: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const unknown = refusedWith('WARMTH_LIST_UNKNOWN', 'not_found');
  await expect(approve(list, { duty: 'chair', id: 'x', scope: of.mill })).rejects.toThrow(unknown);
  await expect(call('getWarmthList', { listId: newId() }, clerk)).rejects.toThrow(unknown);
  const page = { unionId: '', state: 'DRAFT', cursor: '', limit: 1 };
  const { items, nextCursor } = await call('listWarmthLists', page, clerk);
  expect(items).toHaveLength(1);
  expect(nextCursor).toBe(items[0]?.listId);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  const movements = CAMPAIGN_MOVEMENTS.slice(0, 5).filter((one) => one !== 'package_given');
  await expectRecounted(service, TOLD_OF_CAMPAIGNS, ...movements);
});
