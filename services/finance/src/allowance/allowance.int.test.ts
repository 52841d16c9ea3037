import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUnion, startFinance, type Service } from '../ledger/scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const ask = { kind: 'ON_THE_JOB', incomeFen: 500_000n, on: '2025-07-01' };

test.each(['clerk', 'finance', 'auditor', 'service'] as const)(
  '%s is told the arithmetic',
  async (duty) => {
    const scope = duty === 'clerk' ? { scope: await openUnion(service, 'GRASSROOTS') } : {};
    const worked = await service.call('workOutAllowance', ask, { duty, ...scope });
    expect(worked).toEqual({
      ...ask,
      lineFen: 656_600n,
      capFen: 100_000n,
      differenceFen: 156_600n,
      subsidyFen: 100_000n,
      orderedBy: expect.stringContaining('湖北 2025') as string,
    });
  },
);

test('above the line the difference is below zero and nothing is given', async () => {
  const rich = { kind: 'RETIRED', incomeFen: 355_201n, on: '2025-07-01' };
  const worked = await service.call('workOutAllowance', rich, { duty: 'clerk' });
  expect(worked).toMatchObject({ differenceFen: -1n, subsidyFen: 0n, lineFen: 355_200n });
});

test.each([
  ['POLICY_MISSING', { on: '2024-12-31' }],
  ['FIELD_INVALID', { kind: 'FARMER' }],
  ['FIELD_INVALID', { on: '' }],
  ['FIELD_INVALID', { incomeFen: -1n }],
])('refused: %s (%#)', async (code, over) => {
  await expect(
    service.call('workOutAllowance', { ...ask, ...over }, { duty: 'clerk' }),
  ).rejects.toThrow(expect.objectContaining({ code }));
});

test.each(['chair', 'supervisor', 'member'] as const)('%s may not ask', async (duty) => {
  await expect(service.call('workOutAllowance', ask, { duty })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});
