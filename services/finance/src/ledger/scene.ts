// A union with a book, and vouchers to post to it, for the tests of the ledger.
import type {
  FinanceServiceService,
  PostVoucherRequest,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { asService, type Access } from '@gonglian/service/access.ts';
import { transact, runIn } from '@gonglian/service/database.ts';
import { openTx } from '@gonglian/service/handler.ts';
import { writeFacts } from '@gonglian/outbox/outbox.ts';
import { startTestService, type TestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import type { Own, Tx } from '../pipeline.ts';
import { parts } from '../service.ts';

export { cash, journal, pot, receipt20000, voucher } from './made-vouchers.ts';

export type Service = TestService<Own, typeof FinanceServiceService>;

export const startFinance = (options?: Parameters<typeof startTestService>[2]): Promise<Service> =>
  startTestService(parts, testOwn(), options);

/** Enters a union as organisation's facts would: below the node's root, in the scope tree too. */
export async function openUnion(service: Service, level = 'COUNTY'): Promise<string> {
  const unionId = newId();
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${unionId}, '合成工会', ${level}, 'FEDERATION', '329999', ${root}, '2020-01-01')`;
  await service.sql`insert into scope_edge values (${unionId}, ${root})`;
  return unionId;
}

/** Works in a transaction of the service's own, with its outbox, as a command does. */
export function inTx<T>(
  { served }: Service,
  work: (tx: Tx) => Promise<T>,
  access: Access = asService,
  now = new Date(),
): Promise<T> {
  const actor = { id: 'test', duty: 'finance', scope: access.scope, node: 'test', member: '' };
  return transact(served.running.orm, access, async (em) => {
    const { tx, facts } = openTx(served.running, em, actor, now, access);
    const result = await work(tx);
    await writeFacts(runIn(em), 'finance', facts, now);
    return result;
  });
}

/** By account code, in fen: debit above zero. */
export async function balances(service: Service, unionId: string): Promise<Record<string, number>> {
  const rows = await service.sql<{ code: string; fen: string }>`
    select a.code, sum(s.balance_fen) as fen from book as b join account as a using (book_id)
    join account_balance as s using (book_id, account_no) where b.union_id = ${unionId} group by 1`;
  return Object.fromEntries(rows.map(({ code, fen }) => [code, Number(fen)]));
}

const accountRef = { partyId: '', project: '', mark: '' };
const given = { accountNo: 0n, balanceFen: 0n, version: 0n };

/** A voucher by hand, as the desk sends it. */
export function manual(
  unionId: string,
  over: Partial<PostVoucherRequest> = {},
): PostVoucherRequest {
  return {
    unionId,
    eventOn: '2026-03-05',
    period: '',
    summary: '合成凭证',
    docKind: 'NOTE',
    docId: '1',
    docHash: '',
    legs: [
      { account: { code: '135', ...accountRef }, amountFen: 500n, ...given },
      { account: { code: '215', ...accountRef }, amountFen: -500n, ...given },
    ],
    moves: [],
    ...over,
  };
}
