import { newId } from '@gonglian/kernel/id.ts';
import { startTestService, type TestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { testOwn } from '../fixtures.ts';
import type { Own } from '../pipeline.ts';
import { parts } from '../service.ts';
import { inTx, openUnion, receipt20000 } from './scene.ts';
import { postVouchers } from './post-vouchers.ts';

let service: TestService<Own, typeof FinanceServiceService>;
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
});
afterAll(() => service.stop());

test('posts', async () => {
  const unionId = await openUnion(service);
  const one = await inTx(service, (tx) => postVouchers(tx, unionId, [receipt20000(newId())]));
  expect(one).toEqual([]);
});
