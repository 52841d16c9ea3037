import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approver,
  cashier,
  checker,
  lineAsk,
  maker,
  noDecision,
  paymentAsk,
  refusedWith,
  startScene,
  step,
  today,
  type Scene,
} from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

test('a header that disagrees with its lines is refused', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const ask = paymentAsk(unionId, { totalFen: 350_049n });
  await expect(service.call('requestPayment', ask, maker)).rejects.toThrow(
    refusedWith('HEADER_TOTAL_DIFFERS'),
  );
  const rows = await service.sql`select from payment where union_id = ${unionId}`;
  expect(rows).toEqual([]);
});

test('maker, checker and approver are three persons, whatever duties they hold', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  const makersOther = { duty: 'finance', id: maker.id } as const;
  await expect(call('checkPayment', step(asked), makersOther)).rejects.toThrow(
    refusedWith('MAKER_IS_CHECKER'),
  );
  const checked = await call('checkPayment', step(asked), checker);
  const approval = { ...step(checked), ...noDecision };
  await expect(call('approvePayment', approval, { duty: 'chair', id: maker.id })).rejects.toThrow(
    refusedWith('MAKER_IS_APPROVER'),
  );
  await expect(call('approvePayment', approval, { duty: 'chair', id: checker.id })).rejects.toThrow(
    refusedWith('CHECKER_IS_APPROVER'),
  );
  const payee = { duty: 'chair', id: 'beneficiary-1' } as const;
  await expect(call('approvePayment', approval, payee)).rejects.toThrow(
    refusedWith('PAYEE_IS_APPROVER'),
  );
  const approved = await call('approvePayment', approval, approver);
  await expect(call('exportPayment', { paymentId: approved.paymentId }, checker)).rejects.toThrow(
    refusedWith('CASHIER_IS_ACCOUNTANT'),
  );
});

test('two approvers at once: one wins, the other is told', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  const checked = await call('checkPayment', step(asked), checker);
  const approval = { ...step(checked), ...noDecision };
  const signing = ['one', 'two'].map((id) =>
    call('approvePayment', approval, { duty: 'chair', id: `approver-${id}` }),
  );
  const [won, lost] = (await Promise.allSettled(signing)).toSorted((a, b) =>
    a.status < b.status ? -1 : 1,
  );
  expect(won).toMatchObject({ status: 'fulfilled', value: { state: 'APPROVED' } });
  expect(lost).toMatchObject({
    status: 'rejected',
    reason: { code: 'PAYMENT_STATE_WRONG', details: { state: 'APPROVED' } },
  });
});

test('a large sum needs the chair and the minutes of a meeting', async () => {
  const { service, union, setBudget } = scene;
  const { call } = service;
  const unionId = await union();
  await setBudget(unionId, 6_000_000n, 'HALL-2026');
  await scene.fund(unionId, 5_000_000, 'HALL-2026');
  const line = lineAsk(0, { payeeKind: 'UNIT', projectCode: 'HALL-2026', amountFen: 5_000_000n });
  const ask = { lineCount: 1, totalFen: 5_000_000n, lines: [line], purposeCode: 'ACTIVITY' };
  const asked = await call('requestPayment', paymentAsk(unionId, ask), maker);
  const checked = await call('checkPayment', step(asked), checker);
  const approval = { ...step(checked), ...noDecision };
  await expect(call('approvePayment', approval, cashier)).rejects.toThrow(
    refusedWith('APPROVER_DUTY_TOO_LOW'),
  );
  await expect(call('approvePayment', approval, approver)).rejects.toThrow(
    refusedWith('COLLECTIVE_DECISION_MISSING'),
  );
  const minutes = { decisionNo: '纪要3号', decisionOn: today, decisionSha256: 'a'.repeat(64) };
  const approved = await call('approvePayment', { ...approval, ...minutes }, approver);
  expect(approved).toMatchObject({ state: 'APPROVED', decisionNo: '纪要3号' });
});

test('the budget holds: at the request, against another at once, and again at the approval', async () => {
  const { service, union, setBudget } = scene;
  const { call } = service;
  const unionId = await union();
  const lineOver = lineAsk(0, { amountFen: 600_000n });
  const ask = paymentAsk(unionId, { lineCount: 1, totalFen: 600_000n, lines: [lineOver] });
  const both = await Promise.allSettled([
    call('requestPayment', ask, maker),
    call('requestPayment', ask, { ...maker, id: 'another-maker' }),
  ]);
  const [won, lost] = both.toSorted((a, b) => (a.status < b.status ? -1 : 1));
  expect(lost).toMatchObject({
    status: 'rejected',
    reason: { code: 'BUDGET_EXCEEDED', details: { shortFen: 200_000 } },
  });
  if (won?.status !== 'fulfilled') throw new Error('neither was taken');
  await expect(call('requestPayment', { ...ask, accountCode: '50405' }, maker)).rejects.toThrow(
    refusedWith('BUDGET_LINE_MISSING'),
  );
  await expect(setBudget(unionId, 500_000n)).rejects.toThrow(refusedWith('BUDGET_BELOW_USED'));
  // Past every rule, as a superuser might.
  await service.sql`update budget_line set amount_fen = 599_999 where union_id = ${unionId}`;
  const checked = await call('checkPayment', step(won.value), checker);
  await expect(
    call('approvePayment', { ...step(checked), ...noDecision }, approver),
  ).rejects.toThrow(refusedWith('BUDGET_EXCEEDED'));
});

test('another service asks for a record of its own, once', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const sourceId = newId();
  const token = await service.token({ duty: 'service', id: 'welfare' });
  const client = service.client({ deadlineMs: 30_000 });
  const request = (over: object = {}) =>
    client.requestPayment(paymentAsk(unionId, { sourceId, ...over }), {
      token,
      idempotencyKey: newId(),
    });
  const [first, second] = await Promise.all([request(), request()]);
  expect(first).toMatchObject({ sourceService: 'welfare', sourceId, madeBy: 'welfare' });
  expect(second).toEqual(first);
  await expect(request({ title: '四月帮扶' })).rejects.toThrow(
    refusedWith('PAYMENT_SOURCE_REUSED'),
  );
  await expect(request({ sourceId: '' })).rejects.toThrow(refusedWith('FIELD_INVALID', 'invalid'));
});

test('the person behind a service neither checks nor approves; what is rejected is told back', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const sourceId = `${newId()}/1`;
  const asked = await service.call(
    'requestPayment',
    paymentAsk(unionId, { sourceId, askedBy: checker.id }),
    { duty: 'service', id: 'competitions' },
  );
  expect(asked).toMatchObject({ sourceService: 'competitions', madeBy: checker.id });
  await expect(service.call('checkPayment', step(asked), checker)).rejects.toThrow(
    refusedWith('MAKER_IS_CHECKER'),
  );
  const checked = await service.call('checkPayment', step(asked), cashier);
  await expect(
    service.call(
      'approvePayment',
      { ...step(checked), ...noDecision },
      { ...approver, id: checker.id },
    ),
  ).rejects.toThrow(refusedWith('MAKER_IS_APPROVER'));
  const forged = paymentAsk(unionId, { askedBy: approver.id });
  await expect(service.call('requestPayment', forged, maker)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  await service.call('rejectPayment', { ...step(checked), reason: '依据不足' }, approver);
  const told = (await service.outbox()).filter(({ fact }) => fact === 'payment.rejected');
  expect(told.map(({ data }) => data)).toEqual([
    expect.objectContaining({
      paymentId: asked.paymentId,
      unionId,
      sourceService: 'competitions',
      sourceId,
    }),
  ]);
});

test('what one person may get in a year is not got twice at once', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const line = lineAsk(0, { amountFen: 30_000n, purpose: '生日慰问' });
  const ask = { lineCount: 1, totalFen: 30_000n, lines: [line], purposeCode: 'BIRTHDAY' };
  const request = () => service.call('requestPayment', paymentAsk(unionId, ask), maker);
  const both = await Promise.allSettled([request(), request()]);
  const lost = both.filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'LIMIT_PER_YEAR', details: { seq: 1 } } }]);
});
