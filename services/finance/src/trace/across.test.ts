import {
  MoneyTrace,
  SettlementTrace,
  TraceEnd,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { late, notFound, unavailable } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import type { NeighbourQuestion } from '../pipeline.ts';
import { traceAcross } from './across.ts';

const boundary = (over: Partial<TraceEnd> = {}) =>
  TraceEnd.fromPartial({
    kind: 'node',
    reason: 'NEIGHBOUR_NOT_ASKED',
    atFen: 100n,
    amountFen: 30n,
    depth: 2,
    pot: { kind: 'node', key: '329900' },
    settlementId: 'settlement',
    settlementFromFen: 500n,
    node: '329901',
    ...over,
  });
const here = (ends: TraceEnd[]) => MoneyTrace.fromPartial({ direction: 'FORWARD', ends });
/** What the city tells of fen 500 to 530 of the settlement. */
const told = (...ends: Partial<TraceEnd>[]) =>
  MoneyTrace.fromPartial({
    hops: [{ depth: 0, atFen: 500n, amountFen: 30n, node: '329900' }],
    ends: ends.map((end) => ({ kind: 'pot', node: '329900', depth: 1, ...end })),
    unions: [{ unionId: 'below', unionName: '合成县总工会' }],
  });
const answering =
  (answer: MoneyTrace, asked: NeighbourQuestion[] = []) =>
  (question: NeighbourQuestion) => {
    asked.push(question);
    return Promise.resolve(Buffer.from(MoneyTrace.encode(answer).finish()));
  };
const failing = (error: Error) => () => Promise.reject(error);
const now = new Date('2026-04-10T00:00:00Z');
type Ask = (question: NeighbourQuestion) => Promise<Buffer>;
const across = (ask: Ask, levels = 3) =>
  traceAcross(here([boundary()]), { ask, levels, now, deadline: undefined });
const endsOf = ({ ends }: MoneyTrace) =>
  ends.map(({ atFen, amountFen, kind, reason, node, depth }) =>
    [Number(atFen), Number(amountFen), kind, reason, node, depth].join(' '),
  );

test('what the neighbour tells stands where its fen are, one level less is left to ask', async () => {
  const asked: NeighbourQuestion[] = [];
  const whole = told({ atFen: 500n, amountFen: 10n }, { atFen: 510n, amountFen: 20n, depth: 3 });
  const trace = await across(answering(whole, asked));
  expect(endsOf(trace)).toEqual(['100 10 pot  329900 4', '110 20 pot  329900 6']);
  expect(trace).toMatchObject({
    complete: true,
    hops: [{ depth: 3, atFen: 100n }],
    unions: [{ unionId: 'below', unionName: '合成县总工会' }],
  });
  expect(asked).toMatchObject([{ node: '329900', kind: 'trace', deadlineMs: 5_000 }]);
  expect(SettlementTrace.decode(asked[0]?.body ?? Buffer.of())).toMatchObject({
    settlementId: 'settlement',
    direction: 'FORWARD',
    fromFen: 500n,
    toFen: 530n,
    levels: 2,
  });
});

const gone = (reason: string) => [`100 30 node ${reason} 329901 2`];
test.each<[string, Ask, string[]]>([
  ['nobody answers', failing(unavailable('NEIGHBOUR_AWAY')), gone('NEIGHBOUR_SILENT')],
  ['it comes too late', failing(late('DEADLINE_EXCEEDED')), gone('NEIGHBOUR_SILENT')],
  ['it knows nothing of it', failing(notFound('SETTLEMENT_UNKNOWN')), gone('NEIGHBOUR_REFUSED')],
  [
    'it tells a part',
    answering(told({ atFen: 500n, amountFen: 25n })),
    ['100 25 pot  329900 4', '125 5 node ELSEWHERE_INCOMPLETE 329901 2'],
  ],
  [
    'it tells more than was asked',
    answering(told({ atFen: 500n, amountFen: 31n })),
    gone('NEIGHBOUR_REFUSED'),
  ],
  [
    'it leaves a hole',
    answering(told({ atFen: 500n, amountFen: 5n }, { atFen: 506n, amountFen: 24n })),
    gone('NEIGHBOUR_REFUSED'),
  ],
  [
    'it tells twice',
    answering(told({ atFen: 500n, amountFen: 15n }, { atFen: 510n, amountFen: 20n })),
    gone('NEIGHBOUR_REFUSED'),
  ],
])('%s: a gap with a name', async (_, ask, ends) => {
  const trace = await across(ask);
  expect(endsOf(trace)).toEqual(ends);
  expect(trace.complete).toBe(false);
});

test('where no level or no time is left nobody is asked', async () => {
  const asked: NeighbourQuestion[] = [];
  const ask = answering(told(), asked);
  await across(ask, 0);
  const deadline = new Date(now.getTime() + 100);
  await traceAcross(here([boundary()]), { ask, levels: 3, now, deadline });
  expect(asked).toEqual([]);
});

test('of very many boundaries a few are asked about, the others say that they were not', async () => {
  const asked: NeighbourQuestion[] = [];
  const ends = Array.from({ length: 20 }, (_, n) => boundary({ atFen: BigInt(n) * 30n }));
  const ask = answering(told({ atFen: 500n, amountFen: 30n }), asked);
  const trace = await traceAcross(here(ends), { ask, levels: 3, now, deadline: undefined });
  expect(asked).toHaveLength(8);
  expect(trace.ends.filter(({ reason }) => reason === 'NEIGHBOUR_NOT_ASKED')).toHaveLength(12);
});
