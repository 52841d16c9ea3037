// Measures 1,000 members who book at once for the last 10 places of an offer, over gRPC, each coming again while it is told
// that the service is busy; and how long each of them waited.
// node services/welfare/src/place/last-places.bench.ts [clients] [rounds]
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isRefusal, isTransient } from '@gonglian/kernel/refusal.ts';
import { median, percentile, printRows } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';

const clients = Number(process.argv[2] ?? 1_000);
const rounds = Number(process.argv[3] ?? 5);
const PLACES = 10;
const ATTEMPTS_MAX = 50;
const WAIT_MAX_MS = 1_000;

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
const client = service.client({ deadlineMs: 60_000 });
const unionId = nodeRootUnionId(service.node);
try {
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${unionId}, '合成县总工会', 'COUNTY', 'COUNTY', '329999', '2010-01-01')`;
  await booked(200);
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) waits.push(percentile(await booked(clients), 99));
  const value = median(waits);
  const met = value <= WAIT_MAX_MS;
  printRows([
    {
      name: `${clients.toLocaleString('en')} members for the last ${PLACES} places, p99 of an answer`,
      value,
      unit: 'ms',
      limitName: '',
      limitValue: undefined,
      ratio: undefined,
      goal: `exactly ${PLACES} book, at most ${WAIT_MAX_MS} ms`,
      met,
    },
  ]);
  process.exitCode = met ? 0 : 1;
} finally {
  await service.stop();
  await backends.stop();
}

/** How long each waited, of an offer with ten places and as many members as asked. */
async function booked(count: number): Promise<number[]> {
  const day = { startsOn: '2099-05-01', endsOn: '2099-05-01', bookingClosesOn: '2099-04-30' };
  const { offerId } = await service.call('planActivity', {
    unionId,
    activityKind: 'SPORT',
    title: '职工健步走',
    venueId: '',
    place: '合成湖公园',
    places: PLACES,
    ...day,
  });
  // Who is logged in has his token before he asks.
  const tokens = await Promise.all(
    Array.from({ length: count }, () =>
      service.token({ duty: 'member', scope: unionId, member: newId() }),
    ),
  );
  const answers = await Promise.all(tokens.map((token) => persist(offerId, token)));
  const places = answers.filter(({ has }) => has).length;
  if (places !== PLACES) throw new Error(`${places} have booked ${PLACES} places`);
  return answers.map(({ waitedMs }) => waitedMs);
}

/** With the same key, as a caller does; without a place where all are taken. */
async function persist(
  offerId: string,
  token: string,
): Promise<{ has: boolean; waitedMs: number }> {
  const call = { token, idempotencyKey: newId() };
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.bookPlace({ unionId, offerId, nomineeId: '' }, call);
      return { has: true, waitedMs: performance.now() - startedAt };
    } catch (error) {
      if (isRefusal(error) && error.code === 'PLACES_FULL')
        return { has: false, waitedMs: performance.now() - startedAt };
      if (!isRefusal(error) || attempt === ATTEMPTS_MAX || !isTransient(error.kind)) throw error;
    }
  }
}
