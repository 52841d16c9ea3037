// Each alert as its records make it, and gone once they are put right.
import { newId } from '@gonglian/kernel/id.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  BANK,
  cashier,
  lineAsk,
  maker,
  paymentAsk,
  refusedWith,
  resultFile,
  startScene,
  today,
  type Scene,
} from '../payment/scene.ts';
import { alertLimits, elapsedBasisPoints } from './limits.ts';

const auditor = { duty: 'auditor', id: 'auditor-1' } as const;
const ago = (days: number) => addDays(today, -days);
let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());
const call: Scene['service']['call'] = (name, ask, caller) => scene.service.call(name, ask, caller);

async function alertsOf(unionId: string, kind = '') {
  const { items, counts } = await call('listSpendingAlerts', { unionId, kind }, auditor);
  return { items, counts, kinds: counts.map((one) => one.kind) };
}

/** A tenth of what it had is left of the budget, whatever the day. */
test('a budget line that is nearly spent, by what is asked for and what is paid', async () => {
  const unionId = await scene.union();
  expect((await alertsOf(unionId)).kinds).not.toContain('BUDGET_NEARLY_SPENT');
  const ask = (fen: bigint) => ({
    ...paymentAsk(unionId),
    lineCount: 1,
    totalFen: fen,
    lines: [lineAsk(0, { amountFen: fen })],
  });
  await call('requestPayment', ask(899_999n), maker);
  expect((await alertsOf(unionId)).kinds).not.toContain('BUDGET_NEARLY_SPENT');
  await call('requestPayment', ask(1n), maker);
  const { items, counts } = await alertsOf(unionId, 'BUDGET_NEARLY_SPENT');
  expect(items).toMatchObject([
    { unionId, unionName: '合成工会', amountFen: 900_000n, againstFen: 1_000_000n },
  ]);
  expect(counts).toMatchObject([{ kind: 'BUDGET_NEARLY_SPENT', count: 1 }]);
});

test('a budget line ahead of the calendar, and not by one fen less', async () => {
  const unionId = await scene.union();
  const { paymentId, batchNo } = await scene.sent(unionId);
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  // 350,050 fen are spent; ahead is what is more than the year's share and a fifth.
  const allowedBp = elapsedBasisPoints(today) + 2_000;
  const amountOf = (over: number) => Math.floor((350_050 * 10_000) / allowedBp) + over;
  const set = (fen: number) =>
    scene.service.sql`
      update budget_line set amount_fen = ${fen}, agreed_fen = ${fen} where union_id = ${unionId}`;
  await set(amountOf(1));
  expect((await alertsOf(unionId)).kinds).not.toContain('BUDGET_AHEAD');
  await set(amountOf(-1));
  const kinds = (await alertsOf(unionId)).kinds.filter((kind) => kind.startsWith('BUDGET'));
  // At the end of a year a line that is ahead of it is nearly spent, and told as that alone.
  expect(kinds).toEqual([allowedBp >= 9_000 ? 'BUDGET_NEARLY_SPENT' : 'BUDGET_AHEAD']);
});

test('an approved payment that nobody has taken to the bank', async () => {
  const unionId = await scene.union();
  const { paymentId } = await scene.sign(await call('requestPayment', paymentAsk(unionId), maker));
  const approved = (on: string) =>
    scene.service.sql`
      update payment set approved_at = ${`${on}T04:00:00Z`}::timestamptz where id = ${paymentId}`;
  await approved(ago(5));
  expect((await alertsOf(unionId)).kinds).not.toContain('PAYMENT_NOT_EXPORTED');
  await approved(ago(6));
  const { items, counts } = await alertsOf(unionId, 'PAYMENT_NOT_EXPORTED');
  expect(items).toMatchObject([{ recordId: paymentId, amountFen: 350_050n, sinceOn: ago(6) }]);
  expect(counts).toMatchObject([{ count: 1, oldestOn: ago(6) }]);
  await call('exportPayment', { paymentId }, cashier);
  expect((await alertsOf(unionId)).kinds).not.toContain('PAYMENT_NOT_EXPORTED');
});

test('a large payment without the minutes of a decision', async () => {
  const unionId = await scene.union();
  const limit = alertLimits(today).collectiveFromFen;
  await scene.fund(unionId, 2 * limit);
  await scene.service.sql`
    update budget_line set amount_fen = ${3 * limit}, agreed_fen = ${3 * limit}
    where union_id = ${unionId}`;
  const ask = (fen: number) => ({
    ...paymentAsk(unionId),
    purposeCode: 'ACTIVITY',
    lineCount: 1,
    totalFen: BigInt(fen),
    lines: [lineAsk(0, { amountFen: BigInt(fen), payeeKind: 'UNIT', beneficiaryId: '' })],
  });
  await call('requestPayment', ask(limit - 1), maker);
  expect((await alertsOf(unionId)).kinds).not.toContain('DECISION_MISSING');
  const { paymentId, version } = await call('requestPayment', ask(limit), maker);
  expect((await alertsOf(unionId, 'DECISION_MISSING')).items).toMatchObject([
    { recordId: paymentId, amountFen: BigInt(limit), againstFen: BigInt(limit) },
  ]);
  const rejection = { paymentId, expectedVersion: version, reason: '缺会议纪要' };
  await call('rejectPayment', rejection, cashier);
  expect((await alertsOf(unionId)).kinds).not.toContain('DECISION_MISSING');
});

test('earmarked money with its deadline before it, until it is spent', async () => {
  const unionId = await scene.union();
  const project = 'SW2026';
  await scene.service.sql`
    insert into settlement (settlement_id, union_id, direction, kind, state, project, doc_no, purpose,
      permitted_codes, deadline, received_fen, answered_on, sent_on, neighbour, amount_fen, shares,
      period)
    values (gen_random_uuid(), ${unionId}, 'IN', 'SPECIAL_TRANSFER', 'RECEIVED', ${project}, '文',
      '帮扶', '{50404}', ${addDays(today, 61)}, 90000, ${ago(30)}, ${ago(31)}, '329900', 90000, '[]',
      '2026')`;
  await scene.fund(unionId, 90_000, project);
  const due = (on: string) =>
    scene.service.sql`update settlement set deadline = ${on} where union_id = ${unionId}`;
  expect((await alertsOf(unionId)).kinds).not.toContain('EARMARK_ENDING');
  await due(addDays(today, 60));
  const { items, counts } = await alertsOf(unionId, 'EARMARK_ENDING');
  expect(items).toMatchObject([
    { recordName: project, amountFen: 90_000n, dueOn: addDays(today, 60) },
  ]);
  expect(counts).toMatchObject([{ count: 1, dueOn: addDays(today, 60) }]);
  await scene.setBudget(unionId, 90_000n, project);
  const lines = [lineAsk(0, { projectCode: project, amountFen: 90_000n })];
  const { paymentId, batchNo } = await scene.sent(unionId, {
    lines,
    lineCount: 1,
    totalFen: 90_000n,
  });
  const paid = resultFile(batchNo, [{ seq: 1, amountFen: 90_000 }]);
  await call('recordBankResult', { paymentId, ...paid }, cashier);
  expect((await alertsOf(unionId)).kinds).not.toContain('EARMARK_ENDING');
});

test('movements on no statement, and a month without one', async () => {
  const unionId = await scene.union();
  const { reconciledMonth, unmatchedBefore } = alertLimits(today);
  expect((await alertsOf(unionId)).kinds).toEqual([]);
  // What was booked today is moved to where it would be late.
  const old = addDays(unmatchedBefore, -1);
  const lateBook = async () => {
    await scene.drain(unionId, 100, old);
    await scene.drain(unionId, 100, unmatchedBefore);
  };
  await lateBook();
  expect((await alertsOf(unionId)).kinds).toEqual(['RECONCILIATION_MISSING']);
  const first = old.slice(0, 7);
  await scene.service.sql`
    insert into bank_statement values (gen_random_uuid(), ${unionId}, ${BANK}, ${first}, 0, 0,
      ${'0'.repeat(64)}, 0, 'x', now())`;
  const { items, counts } = await alertsOf(unionId, 'LEG_UNMATCHED');
  expect(items).toMatchObject([{ recordName: BANK, amountFen: 100n, sinceOn: old }]);
  expect(counts).toMatchObject([{ count: 1, oldestOn: old }]);
  await scene.service.sql`
    insert into bank_statement values (gen_random_uuid(), ${unionId}, ${BANK}, ${reconciledMonth}, 0,
      0, ${'1'.repeat(64)}, 0, 'x', now()) on conflict do nothing`;
  expect((await alertsOf(unionId)).kinds).toEqual(['LEG_UNMATCHED']);
});

test('the workbench counts them for whoever may see them; nobody sees those of others', async () => {
  const unionId = await scene.union();
  const payment = await call('requestPayment', paymentAsk(unionId), maker);
  await scene.sign(payment);
  await scene.service.sql`
    update payment set approved_at = now() - interval '9 days' where id = ${payment.paymentId}`;
  const groups = async (duty: 'finance' | 'chair' | 'auditor' | 'clerk') =>
    (await call('listFinanceTasks', {}, { duty, scope: unionId })).groups;
  for (const duty of ['finance', 'chair', 'auditor'] as const)
    expect(await groups(duty)).toContainEqual(
      expect.objectContaining({ kind: 'spending_alert', count: 1 }),
    );
  expect((await groups('clerk')).map(({ kind }) => kind)).not.toContain('spending_alert');
  const ask = { unionId: '', kind: '' };
  await expect(call('listSpendingAlerts', ask, { duty: 'clerk' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const nowhere = { ...auditor, scope: newId() };
  expect((await call('listSpendingAlerts', ask, nowhere)).items).toEqual([]);
  await expect(call('listSpendingAlerts', { ...ask, unionId }, nowhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});
