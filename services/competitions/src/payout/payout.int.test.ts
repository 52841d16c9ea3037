import { newId } from '@gonglian/kernel/id.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson } from '../entry/made-people.ts';
import {
  clerkOf,
  factsOf,
  HASH,
  memberOf,
  NOBODY,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import {
  askFinance,
  failed,
  rejected,
  settled,
  wiredFinance,
  type WiredFinance,
} from '@gonglian/payout/scene.ts';
import { startCompetitions, type Service } from '../scene.ts';
import { payee, payOutAsk } from './scene.ts';

let service: Service;
let finance: WiredFinance;
let call: Service['call'];
beforeAll(async () => {
  finance = wiredFinance();
  service = await startCompetitions({ requestPayment: finance.requestPayment });
  call = service.call;
});
afterAll(() => service.stop());

const today = chinaDate(new Date());
const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
const forbidden = expect.objectContaining({ kind: 'forbidden' });
type Made = Awaited<ReturnType<typeof payOut>>;
const payOut = (
  unionId: string,
  payees: ReturnType<typeof payee>[],
  over: object = {},
  who: object = clerk,
) => call('payOut', payOutAsk(unionId, payees, over), who);
const step = ({ payoutId, version }: Made) => ({ payoutId, expectedVersion: version });
const again = (payout: Made, over: object = {}) =>
  call(
    'askPayoutAgain',
    { ...step(payout), bank: 'main', projectCode: '', sourceCode: 'union', ...over },
    clerk,
  );
const get = (payoutId: string) => call('getPayout', { payoutId }, clerk);
const said = ({ payoutId, paymentId, unionId }: Made, round = 1) => ({
  paymentId,
  unionId,
  sourceId: `${payoutId}/${round}`,
  sourceService: 'competitions',
});

let people = 500;
/** A suggestion with its reward of 500.00: of a person, or of a member. */
async function rewarded(unionId: string, member = '') {
  const who = member === '' ? { unionId, ...person() } : NOBODY;
  const caller = member === '' ? clerkOf(unionId) : memberOf(unionId, member);
  const idea = { title: '改进换刀顺序', content: '先粗后精' };
  const made = await call('submitSuggestion', { ...idea, ...who }, caller);
  const seen = (version: number) => ({ suggestionId: made.suggestionId, expectedVersion: version });
  await call('answerSuggestion', { ...seen(1), adopted: true, answer: '采纳' }, clerkOf(unionId));
  const benefit = { benefitFen: 1n, benefitOn: today, evidenceSha256: [HASH] };
  await call('recordSuggestionBenefit', { ...seen(2), ...benefit }, clerkOf(unionId));
  const reward = { rewardFen: 50_000n, rewardDocumentNo: '5号', rewardedOn: today };
  return call('rewardSuggestion', { ...seen(3), ...reward }, clerkOf(unionId));
}
function person() {
  people += 1;
  const { personName, idNumber } = madePerson(people);
  return { personName, idNumber };
}
const suggestion = (suggestionId: string) => call('getSuggestion', { suggestionId }, clerk);

test('a reward is asked for once and its record shows how far it has come', async () => {
  const unionId = await openUnion(service);
  const { suggestionId } = await rewarded(unionId);
  const key = newId();
  const ask = payOutAsk(unionId, [payee(suggestionId)]);
  const made = await call('payOut', ask, { ...clerk, key });
  expect(made).toMatchObject({
    state: 'WAITING',
    totalFen: 50_000n,
    title: '合理化建议奖励 合工奖〔5〕号',
    madeBy: 'clerk-1',
    lines: [{ payeeNameMasked: expect.stringMatching(/\*/) as string, state: 'WAITING' }],
  });
  expect(await suggestion(suggestionId)).toMatchObject({ payoutState: 'WAITING' });
  expect(await call('payOut', ask, { ...clerk, key })).toEqual(made);
  await expect(call('payOut', { ...ask, documentNo: '6号' }, { ...clerk, key })).rejects.toThrow(
    expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }),
  );
  await expect(payOut(unionId, [payee(suggestionId)])).rejects.toThrow(refusedWith('RECORD_PAID'));
  await askFinance(service);
  expect(await suggestion(suggestionId)).toMatchObject({ payoutState: 'REQUESTED' });
  const asked = await get(made.payoutId);
  const { request } = finance.payments.get(`${made.payoutId}/1`) ?? {};
  expect(request).toMatchObject({
    accountCode: '50303',
    purposeCode: 'HONOUR',
    askedBy: 'clerk-1',
    lines: [{ payeeKind: 'PERSON', amountFen: 50_000n, purpose: '合理化建议奖励' }],
  });
  await service.publishFacts('finance', [failed(said(asked), 1, 50_000n)]);
  await service.settled();
  expect(await suggestion(suggestionId)).toMatchObject({ payoutState: 'FAILED' });
  expect((await get(made.payoutId)).lines).toMatchObject([{ failureCode: 'ACCOUNT_CLOSED' }]);
  await service.publishFacts('finance', [settled(said(asked), 1, 50_000n, today)]);
  await service.settled();
  expect(await suggestion(suggestionId)).toMatchObject({ payoutState: 'PAID' });
  expect(await factsOf(service, 'payout.paid', made.payoutId)).toMatchObject([
    { unionId, payoutKind: 'SUGGESTION_REWARD', seq: 1, amountFen: '50000', paidOn: today },
  ]);
});

test('two who ask for one record at once, and who asks for his own', async () => {
  const unionId = await openUnion(service);
  const { suggestionId } = await rewarded(unionId);
  const both = [payOut(unionId, [payee(suggestionId)]), payOut(unionId, [payee(suggestionId)])];
  const lost = (await Promise.allSettled(both)).filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'RECORD_PAID' } }]);
  const member = newId();
  const own = await rewarded(unionId, member);
  const line = payee(own.suggestionId, { payeeName: '周晓岚' });
  const self = { duty: 'chair', id: 'chair-1', member };
  await expect(payOut(unionId, [line], {}, self)).rejects.toThrow(refusedWith('PAYEE_IS_MAKER'));
  const unnamed = payee(own.suggestionId);
  await expect(payOut(unionId, [unnamed])).rejects.toThrow(
    refusedWith('PAYEE_NAME_WRONG', 'invalid'),
  );
  await payOut(unionId, [line]);
  // He sees of his own how far it has come.
  const ask = { suggestionId: own.suggestionId };
  expect(await call('getSuggestion', ask, memberOf(unionId, member))).toMatchObject({
    payoutState: 'WAITING',
  });
});

test('out of reach there is no record, no payout and no union', async () => {
  const unionId = await openUnion(service);
  const other = await openUnion(service);
  const { suggestionId } = await rewarded(unionId);
  const elsewhere = clerkOf(other);
  await expect(payOut(other, [payee(suggestionId)], {}, elsewhere)).rejects.toThrow(
    refusedWith('RECORD_UNKNOWN', 'not_found'),
  );
  await expect(payOut(unionId, [payee(suggestionId)], {}, elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  await expect(payOut(other, [payee(suggestionId)])).rejects.toThrow(
    refusedWith('PAYER_NOT_ABOVE'),
  );
  const made = await payOut(unionId, [payee(suggestionId)]);
  const unknown = refusedWith('PAYOUT_UNKNOWN', 'not_found');
  await expect(call('getPayout', { payoutId: made.payoutId }, elsewhere)).rejects.toThrow(unknown);
  await expect(call('dropPayout', step(made), elsewhere)).rejects.toThrow(unknown);
  for (const duty of ['supervisor', 'admin', 'member'] as const)
    await expect(call('getPayout', { payoutId: made.payoutId }, { duty })).rejects.toThrow(
      forbidden,
    );
  await expect(payOut(unionId, [payee(suggestionId)], {}, { duty: 'finance' })).rejects.toThrow(
    forbidden,
  );
});

test('what a rule of finance refuses, and what a person there rejects, is asked for again or dropped', async () => {
  const unionId = await openUnion(service);
  const { suggestionId } = await rewarded(unionId);
  const made = await payOut(unionId, [payee(suggestionId)]);
  await expect(again(made)).rejects.toThrow(refusedWith('PAYOUT_STATE_WRONG'));
  finance.wire.refuses = 'BUDGET_EXCEEDED';
  await askFinance(service);
  finance.wire.refuses = '';
  const refused = await get(made.payoutId);
  expect(refused).toMatchObject({ state: 'REFUSED', refusalCode: 'BUDGET_EXCEEDED' });
  await expect(again(made)).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  expect(await again(refused, { bank: 'second' })).toMatchObject({
    state: 'WAITING',
    bank: 'second',
  });
  await askFinance(service);
  const taken = await get(made.payoutId);
  expect(taken.state).toBe('REQUESTED');
  // A list of what had failed, rejected: the payment itself stands.
  await service.publishFacts('finance', [rejected(said(taken), true)]);
  await service.settled();
  expect(await get(made.payoutId)).toMatchObject({ state: 'REQUESTED' });
  await service.publishFacts('finance', [rejected(said(taken))]);
  await service.settled();
  const back = await get(made.payoutId);
  expect(back).toMatchObject({ state: 'REJECTED', lines: [{ state: 'REJECTED' }] });
  await again(back);
  await askFinance(service);
  const second = await get(made.payoutId);
  expect(second.paymentId).not.toBe(taken.paymentId);
  expect([...finance.payments.keys()].filter((one) => one.startsWith(made.payoutId))).toHaveLength(
    2,
  );
  // What is said of the first list again does nothing to the second.
  await service.publishFacts('finance', [rejected(said(taken, 1)), rejected(said(second, 2))]);
  await service.settled();
  const dropped = await call('dropPayout', step(await get(made.payoutId)), clerk);
  expect(dropped).toMatchObject({ state: 'DROPPED', lines: [{ state: 'DROPPED' }] });
  expect(await suggestion(suggestionId)).toMatchObject({ payoutState: '' });
  expect(await payOut(unionId, [payee(suggestionId)])).toMatchObject({ state: 'WAITING' });
});

test('a list whose answer was never heard is not dropped, and not asked for otherwise', async () => {
  const unionId = await openUnion(service);
  const { suggestionId } = await rewarded(unionId);
  const made = await payOut(unionId, [payee(suggestionId)]);
  await service.sql`update payout set tries = 149 where payout_id = ${made.payoutId}`;
  finance.wire.breaks = 'after';
  await askFinance(service);
  finance.wire.breaks = '';
  const lost = await get(made.payoutId);
  expect(lost).toMatchObject({ state: 'REFUSED', refusalCode: 'FINANCE_UNREACHABLE', tries: 150 });
  await expect(call('dropPayout', step(lost), clerk)).rejects.toThrow(
    refusedWith('PAYOUT_UNANSWERED'),
  );
  await expect(again(lost, { bank: 'second' })).rejects.toThrow(refusedWith('PAYOUT_UNANSWERED'));
  await again(lost);
  await askFinance(service);
  const { paymentId } = await get(made.payoutId);
  expect(finance.payments.get(`${made.payoutId}/1`)?.paymentId).toBe(paymentId);
});
