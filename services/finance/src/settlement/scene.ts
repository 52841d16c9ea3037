// What a neighbour writes, for the tests of settlements: it speaks by letters alone.
import type { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { SettlementSent } from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { LetterArrived } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { TestService } from '@gonglian/testing/service.ts';
import type { Own } from '../pipeline.ts';

type Service = TestService<Own, typeof FinanceServiceService>;

export async function hearLetter(
  service: Service,
  kind: string,
  data: unknown,
  fromNode: string,
): Promise<void> {
  const letter = {
    letterId: newId(),
    kind: `finance.${kind}`,
    fromNode,
    data: JSON.stringify(data),
  };
  await service.publishFacts('sync', [
    { type: letterArrived, data: LetterArrived.fromPartial(letter) },
  ]);
}

/** A special transfer of 900.00 is on its way; answers its id. */
export async function hearSent(
  service: Service,
  fromNode: string,
  over: object = {},
): Promise<string> {
  const settlementId = newId();
  const sent = {
    settlementId,
    fromNode,
    toNode: service.node,
    kind: 'SPECIAL_TRANSFER',
    period: '2026',
    amountFen: 90_000n,
    sentOn: '2026-04-02',
    purpose: '送温暖',
    project: '送温暖-2027',
    docNo: '合工发〔2026〕12号',
    permittedCodes: ['50405'],
    deadline: '2027-12-31',
    voucherNo: 17n,
    ...over,
  };
  const data = SettlementSent.toJSON(SettlementSent.fromPartial(sent));
  await hearLetter(service, 'settlement.sent', data, fromNode);
  return settlementId;
}
