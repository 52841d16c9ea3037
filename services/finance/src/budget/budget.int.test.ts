import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approver,
  budgetAsk,
  cashier,
  fiscalYear,
  maker,
  startScene,
  type Scene,
} from '../payment/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

test('a line is agreed by a second person; so is more than a tenth, and a new project', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union(); // 10,000.00, agreed
  const more = await call('setBudgetLine', budgetAsk(unionId, 1_100_000n), cashier);
  expect(more).toMatchObject({ approvedFen: 1_100_000n, proposedFen: 0n, approvedBy: '' });
  const again = await call('setBudgetLine', budgetAsk(unionId, 1_200_000n), cashier);
  expect(again).toMatchObject({ approvedFen: 1_100_000n, proposedFen: 1_200_000n });
  await expect(call('setBudgetLine', budgetAsk(unionId, 1_300_000n), cashier)).rejects.toThrow(
    expect.objectContaining({ code: 'BUDGET_CHANGE_OPEN' }),
  );
  const approval = { lineId: again.lineId, expectedVersion: again.version };
  await expect(
    call('approveBudgetLine', approval, { duty: 'chair', id: cashier.id }),
  ).rejects.toThrow(expect.objectContaining({ code: 'MAKER_IS_APPROVER' }));
  const agreed = await call('approveBudgetLine', approval, approver);
  expect(agreed).toMatchObject({ approvedFen: 1_200_000n, approvedBy: approver.id });
  await expect(call('approveBudgetLine', approval, approver)).rejects.toThrow(
    expect.objectContaining({ code: 'BUDGET_NOTHING_PROPOSED' }),
  );
  const project = await call('setBudgetLine', budgetAsk(unionId, 100n, 'NEW-1'), cashier);
  expect(project).toMatchObject({ approvedFen: 0n, proposedFen: 100n, mark: 'project' });
  const budget = await call('listBudget', { unionId, fiscalYear }, { duty: 'auditor' });
  expect(budget).toMatchObject({ approvedFen: 1_200_000n, availableFen: 1_200_000n });
  expect(budget.items.map(({ projectCode, accountName }) => [projectCode, accountName])).toEqual([
    ['', '困难职工帮扶支出'],
    ['NEW-1', '困难职工帮扶支出'],
  ]);
});

test('two who open one line at once: one proposes, the other is told', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const both = await Promise.allSettled(
    ['one', 'two'].map((id) =>
      service.call('setBudgetLine', budgetAsk(unionId, 100n, 'NEW-2'), { duty: 'finance', id }),
    ),
  );
  const lost = both.filter((one) => one.status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'BUDGET_CHANGE_OPEN' } }]);
});

test('forbidden, replay, another body under the key, stale, out of reach', async () => {
  const { service, union } = scene;
  const { call } = service;
  const [unionId, otherUnion] = [await union(), await union()];
  const ask = budgetAsk(unionId, 500n, 'NEW-3');
  await expect(call('setBudgetLine', ask, maker)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden', code: 'PERMISSION_MISSING' }),
  );
  const key = newId();
  const line = await call('setBudgetLine', ask, { ...cashier, key });
  expect(await call('setBudgetLine', ask, { ...cashier, key })).toEqual(line);
  await expect(
    call('setBudgetLine', { ...ask, amountFen: 501n }, { ...cashier, key }),
  ).rejects.toThrow(expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }));
  const approval = { lineId: line.lineId, expectedVersion: 9 };
  await expect(call('approveBudgetLine', approval, approver)).rejects.toThrow(
    expect.objectContaining({ kind: 'stale', code: 'VERSION_MOVED' }),
  );
  const elsewhere = { scope: otherUnion };
  await expect(call('approveBudgetLine', approval, { ...approver, ...elsewhere })).rejects.toThrow(
    expect.objectContaining({ kind: 'not_found', code: 'BUDGET_LINE_UNKNOWN' }),
  );
  await expect(call('setBudgetLine', ask, { ...cashier, ...elsewhere })).rejects.toThrow(
    expect.objectContaining({ kind: 'not_found', code: 'UNION_UNKNOWN' }),
  );
  await expect(
    call('listBudget', { unionId, fiscalYear }, { ...cashier, ...elsewhere }),
  ).rejects.toThrow(expect.objectContaining({ kind: 'not_found', code: 'UNION_UNKNOWN' }));
  await expect(call('setBudgetLine', budgetAsk(newId(), 1n), cashier)).rejects.toThrow(
    expect.objectContaining({ kind: 'not_found', code: 'UNION_UNKNOWN' }),
  );
});
