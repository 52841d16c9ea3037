import { parseArgs } from 'node:util';
import { know } from '@gonglian/embedded/pids.ts';
import { placeFor, postmasterOf } from '@gonglian/embedded/postgres-place.ts';
import { type Home, openHome } from './home.ts';
import { dataDirOf } from './postgres.ts';
import { remembered, type Running, stopAll } from './processes.ts';
import { inTurn } from './turn.ts';

export async function down(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const home = openHome();
  await inTurn(home, console.log, () => stopEverything(home));
  return 0;
}

export async function stopEverything(home: Home): Promise<void> {
  const running = remembered(home);
  if (!running.some((one) => one.kind === 'postgres'))
    running.push(...(await forgottenPostgres(home)));
  if (running.length === 0) console.log('nothing runs');
  await stopAll(home, running, console.log);
}

/** PostgreSQL keeps a record of its own in its data: found even when ours is lost. */
async function forgottenPostgres(home: Home): Promise<Running[]> {
  const data = await placeFor(dataDirOf(home));
  const server = postmasterOf(data);
  if (!server) return [];
  const log = `${data}.log`;
  return [
    {
      name: 'postgres',
      kind: 'postgres',
      port: server.port,
      log,
      startedAt: '',
      ...know(server.pid),
    },
  ];
}
