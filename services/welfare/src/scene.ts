// What the tests of welfare share: the service, and work in a transaction of it.
import type { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import type { Access } from '@gonglian/service/access.ts';
import { transact } from '@gonglian/service/database.ts';
import { openTx } from '@gonglian/service/handler.ts';
import { startTestService, type TestOptions, type TestService } from '@gonglian/testing/service.ts';
import { testOwn } from './fixtures.ts';
import type { Own, Tx } from './pipeline.ts';
import { parts } from './service.ts';

export type Service = TestService<Own, typeof WelfareServiceService>;

export const startWelfare = (own: Partial<Own> = {}, options: TestOptions = {}): Promise<Service> =>
  startTestService(parts, { ...testOwn(), ...own }, options);

const asService: Access = { account: 'service', reach: 'all', scope: '', member: '' };

/** Facts that it emits are dropped. */
export function inTx<T>({ served }: Service, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = { id: 'test', duty: 'clerk', scope: '', node: 'test', member: '' };
  return transact(served.running.orm, asService, (em) =>
    work(openTx(served.running, em, actor, new Date(), asService).tx),
  );
}
