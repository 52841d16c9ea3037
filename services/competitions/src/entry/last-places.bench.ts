// Measures 1,000 clients who enter a trade at once for its last 10 places, over gRPC, each coming again while it is told
// that the service is busy. Beside it 1,000 updates of one row by as many statements at once as the service has connections.
// node services/competitions/src/entry/last-places.bench.ts [clients]
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isRefusal, isTransient } from '@gonglian/kernel/refusal.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import { median, printRows } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { Pool } from 'pg';
import { testOwn } from '../fixtures.ts';
import { makeTrade } from '../scoring/made-sheets.ts';
import { parts } from '../service.ts';
import { madePerson } from './made-people.ts';

const clients = Number(process.argv[2] ?? 1_000);
const PLACES = 10;
const ROUNDS = 5;
const ATTEMPTS_MAX = 50;

interface Round {
  places: number;
  perSecond: number;
}

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
const { settings } = service;
const pool = new Pool({
  connectionString: connectionString(settings, settings.database.owner),
  max: settings.poolSize,
});
const unionId = nodeRootUnionId(service.node);
try {
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${unionId}, '合成县总工会', 'COUNTY', 'COUNTY', '329999', '2010-01-01')`;
  await pool.query(
    'create table public.one_row (taken int); insert into public.one_row values (0)',
  );
  await entered(200);
  const ours: Round[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await entered(clients));
    raw.push(await updated(clients));
  }
  const name = `${clients.toLocaleString('en')} clients for the last ${PLACES} places`;
  const wrong = ours.map(({ places }) => places).find((places) => places !== PLACES);
  const [value, limitValue] = [median(ours.map(({ perSecond }) => perSecond)), median(raw)];
  const nothing = { limitName: '', limitValue: undefined, ratio: undefined };
  printRows([
    {
      ...nothing,
      name: `${name}: entered in the worst of ${ROUNDS} rounds`,
      value: wrong ?? PLACES,
      unit: 'clients',
      goal: `exactly ${PLACES}`,
      met: wrong === undefined,
    },
    {
      name: `${name}: answered`,
      value,
      unit: '1/s',
      limitName: 'updates of one row',
      limitValue,
      ratio: value / limitValue,
      goal: '',
      met: true,
    },
  ]);
  process.exitCode = wrong === undefined ? 0 : 1;
} finally {
  await pool.end();
  await service.stop();
  await backends.stop();
}

/** A trade with ten places and as many clients as asked: how many are in, and how many were answered a second. */
async function entered(count: number): Promise<Round> {
  const { competitionId, tradeId } = await makeTrade(service, [], 0);
  await service.sql`
    update competition set state = 'ENROLLING' where competition_id = ${competitionId}`;
  await service.sql`update competition_trade set places = ${PLACES} where trade_id = ${tradeId}`;
  const startedAt = performance.now();
  const inside = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      persist({ competitionId, tradeId, unionId, teamName: '', people: [madePerson(n)] }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return { places: inside.filter(Boolean).length, perSecond: count / seconds };
}

/** With the same key, as a caller does; false where the trade is full. */
async function persist(
  ask: Parameters<typeof service.call<'enterCompetition'>>[1],
): Promise<boolean> {
  const key = newId();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await service.call('enterCompetition', ask, { key });
      return true;
    } catch (error) {
      if (isRefusal(error) && error.code === 'COMPETITION_FULL') return false;
      if (!isRefusal(error) || attempt === ATTEMPTS_MAX || !isTransient(error.kind)) throw error;
    }
  }
}

/** Updates a second of one row, each its own transaction. */
async function updated(count: number): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: count }, () => pool.query('update public.one_row set taken = taken + 1')),
  );
  return count / ((performance.now() - startedAt) / 1_000);
}
